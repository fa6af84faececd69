<?xml version="1.0" encoding="UTF-8"?>
<!-- A link for who has forgotten the password. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[forgotten.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/sign-in">[[sign_in.title]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/sign-in">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[forgotten.text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
