<?xml version="1.0" encoding="UTF-8"?>
<!-- A partner, to be ended. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner.xsl"/>

  <xsl:template match="page" mode="title">[[partner.end]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="partner/@name"/> – <xsl:value-of select="partner/@organisation"/></p></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[partner.end_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
