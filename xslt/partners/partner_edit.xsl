<?xml version="1.0" encoding="UTF-8"?>
<!-- A partner, to be changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner_form.xsl"/>
  <xsl:import href="../lib/partner.xsl"/>

  <xsl:template match="page" mode="title">[[partner.edit]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="partner/@organisation"/></p></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
</xsl:stylesheet>
