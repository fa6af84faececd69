<?xml version="1.0" encoding="UTF-8"?>
<!-- Students who no longer go together. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title">[[groups.dissolve]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/><li><a class="ds-link" href="/activities/{activity/@id}/groups">[[groups.title]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="content">
    <p><strong><xsl:value-of select="group/@students"/></strong></p>
    <p>[[groups.dissolve_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}/groups">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
