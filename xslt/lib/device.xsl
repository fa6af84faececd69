<?xml version="1.0" encoding="UTF-8"?>
<!-- Where somebody is signed in, in words: browser and system are names, or empty. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="device">
    <xsl:choose>
      <xsl:when test="@browser != '' and @system != ''">[[device.both]]</xsl:when>
      <xsl:when test="@browser != ''"><xsl:value-of select="@browser"/></xsl:when>
      <xsl:when test="@system != ''"><xsl:value-of select="@system"/></xsl:when>
      <xsl:otherwise>[[device.unknown]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
