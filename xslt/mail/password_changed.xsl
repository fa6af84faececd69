<?xml version="1.0" encoding="UTF-8"?>
<!-- The password was changed: whoever did not do it themselves can do something about it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/password/forgotten</xsl:template>
  <xsl:template match="page" mode="open">[[mail.password_changed.open]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="change"/></xsl:template>
  <xsl:template match="change"><p>[[mail.password_changed.not_you]]</p></xsl:template>
</xsl:stylesheet>
