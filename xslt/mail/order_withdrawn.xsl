<?xml version="1.0" encoding="UTF-8"?>
<!-- An order was taken back: nothing to answer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table><xsl:apply-templates select="order" mode="facts"/></table>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
</xsl:stylesheet>
