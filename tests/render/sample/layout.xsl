<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="lib/parts.xsl"/>
  <xsl:output method="html"/>
  <xsl:template match="/page">
    <html lang="{@lang}">
      <head><meta name="viewport" content="width=device-width"/><title><xsl:apply-templates select="." mode="title"/></title>
        <script src="/assets/a.js" defer="defer"/></head>
      <body><h1><xsl:apply-templates select="." mode="title"/></h1><xsl:apply-templates select="." mode="content"/></body>
    </html>
  </xsl:template>
  <xsl:template match="page" mode="title"/>
  <xsl:template match="thing" mode="imported"><i>layout <xsl:value-of select="@name"/></i></xsl:template>
</xsl:stylesheet>
