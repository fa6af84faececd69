<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's placement ended; where it had not begun nothing is left to open. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_share.xsl"/>

  <xsl:template match="page" mode="link">/<xsl:if test="placement/@id">placements/<xsl:value-of select="placement/@id"/></xsl:if></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="placement" mode="facts"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
</xsl:stylesheet>
