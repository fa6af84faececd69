<?xml version="1.0" encoding="UTF-8"?>
<!-- What a candidate needs, in words: on pages and on printed lists. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:template name="extra-time">[[candidate.extra#@extra-minutes]]</xsl:template>

  <!-- "separate_room,breaks" in words. -->
  <xsl:template name="accommodation">
    <xsl:param name="kinds" select="@accommodation"/>
    <xsl:variable name="kind" select="substring-before(concat($kinds, ','), ',')"/>
    <xsl:if test="$kind != ''">
      <xsl:value-of select="pk:label('accommodation.', $kind)"/>
      <xsl:if test="contains($kinds, ',')">
        <xsl:text>, </xsl:text>
        <xsl:call-template name="accommodation"><xsl:with-param name="kinds" select="substring-after($kinds, ',')"/></xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>
  <!-- All of it, or nothing: extra time, kinds, note. -->
  <xsl:template name="accommodations">
    <xsl:param name="note" select="true()"/>
    <xsl:if test="@extra-minutes &gt; 0"><xsl:call-template name="extra-time"/></xsl:if>
    <xsl:if test="@accommodation != ''">
      <xsl:if test="@extra-minutes &gt; 0"><xsl:text>, </xsl:text></xsl:if>
      <xsl:call-template name="accommodation"/>
    </xsl:if>
    <xsl:if test="$note and @accommodation-note"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@accommodation-note"/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
