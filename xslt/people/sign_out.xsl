<?xml version="1.0" encoding="UTF-8"?>
<!-- Signing out is a change, so it takes a button. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[sign_out.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p>[[sign_out.text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
