<?xml version="1.0" encoding="UTF-8"?>
<!-- An agreement, to be changed or ended. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[agreement.edit]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/agreements">[[nav.agreements]]</a></li>
    <li><a class="ds-link" href="/agreements/{agreement/@id}">[[agreement.title]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/agreements/{/page/agreement/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
</xsl:stylesheet>
