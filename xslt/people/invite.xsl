<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody invited, and to what. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>

  <xsl:template match="page" mode="title">[[invite.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/invitations">[[nav.invitations]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/invitations">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[invite.text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
