<?xml version="1.0" encoding="UTF-8"?>
<!-- A new person, and what they may do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>

  <xsl:template match="page" mode="title">[[person.new]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/people">[[nav.people]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/people">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
</xsl:stylesheet>
