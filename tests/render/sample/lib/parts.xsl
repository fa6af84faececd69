<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum">
  <!-- Used in the page, in a variable and in an attribute: stays plain by itself. -->
  <xsl:template name="shout">
    <xsl:param name="what" select="@name"/>
    <xsl:value-of select="$what"/><xsl:call-template name="mark"/>
  </xsl:template>
  <xsl:template name="mark">!<xsl:if test="@loud">!</xsl:if></xsl:template>
  <xsl:template name="state-attributes">
    <xsl:attribute name="data-state"><xsl:value-of select="@state"/></xsl:attribute>
    <xsl:call-template name="more-attributes"/>
  </xsl:template>
  <xsl:template name="more-attributes">
    <xsl:if test="@loud"><xsl:attribute name="aria-label"><xsl:call-template name="shout"/></xsl:attribute></xsl:if>
  </xsl:template>
  <xsl:template name="marked" pk:plain="yes"><em>plain <xsl:value-of select="@name"/></em></xsl:template>
</xsl:stylesheet>
