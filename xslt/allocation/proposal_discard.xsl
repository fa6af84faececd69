<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:template match="page" mode="title">[[proposal_discard.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="proposal-trail-own"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="proposal" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[proposal_discard.help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
