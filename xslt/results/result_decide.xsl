<?xml version="1.0" encoding="UTF-8"?>
<!-- A new decision of an attested result. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/result.xsl"/>

  <xsl:template match="page" mode="title">[[results.decide]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="result-trail"/>
    <li><a class="ds-link" href="/results/{result/@id}"><xsl:apply-templates select="result" mode="whose"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="result" mode="lead"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/results/{/page/result/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="decisions" mode="section"/>
    <xsl:choose>
      <xsl:when test="form/error or stale or result/@state = 'attested'">
        <p class="pk-prose">[[results.decide_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.result_not_attested]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
