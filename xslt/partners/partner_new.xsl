<?xml version="1.0" encoding="UTF-8"?>
<!-- A new partner. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner_form.xsl"/>

  <xsl:template match="page" mode="title">[[partner.new]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/partners">[[nav.partners]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:if test="count(institutions/institution | sites/site) = 1"><xsl:value-of select="institutions/institution/@name | sites/site/@name"/> – </xsl:if>[[partner.new_help]]</p></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/partners">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
</xsl:stylesheet>
