<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody, most likely you, has forgotten the password. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/password/new?key=<xsl:value-of select="link/@key"/></xsl:template>
  <xsl:template match="page" mode="open">[[mail.password_reset.open]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="reset"/></xsl:template>
  <xsl:template match="reset"><p>[[mail.password_reset.until]]</p></xsl:template>
</xsl:stylesheet>
