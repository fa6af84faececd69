<?xml version="1.0" encoding="UTF-8"?>
<!-- An account closed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[account.close_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/people">[[nav.people]]</a></li>
    <li><a class="ds-link" href="/people/{person/@id}"><xsl:value-of select="person/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/people/{/page/person/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[account.close_text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
