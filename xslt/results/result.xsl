<?xml version="1.0" encoding="UTF-8"?>
<!-- A result, what was decided, and how it came about. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/result.xsl"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="result" mode="whose"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="result-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="result" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@attest-now = 1">
      <a class="ds-button">
        <xsl:attribute name="href"><xsl:choose><xsl:when test="result/@exam-session">/exam-sessions/<xsl:value-of select="result/@exam-session"/></xsl:when><xsl:otherwise>/activities/<xsl:value-of select="result/@activity"/></xsl:otherwise></xsl:choose>/results/attest?only=<xsl:value-of select="result/@id"/></xsl:attribute>
        [[results.attest_one]]
      </a>
    </xsl:if>
    <xsl:if test="rights/@send-back-now = 1"><a class="ds-button" data-variant="secondary" href="/results/{result/@id}/return">[[results.return]]</a></xsl:if>
    <xsl:if test="rights/@decide-now = 1"><a class="ds-button" data-variant="secondary" href="/results/{result/@id}/decide">[[results.decide]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="result/@objection">
      <div class="ds-alert" data-color="warning">
        <h2 class="ds-heading">[[results.objection]]</h2>
        <xsl:call-template name="lines"><xsl:with-param name="text" select="result/@objection"/></xsl:call-template>
      </div>
    </xsl:if>
    <xsl:apply-templates select="result" mode="facts"/>
    <xsl:if test="result/@state = 'ready'"><p class="pk-quiet">[[results.ready_since]]</p></xsl:if>
    <xsl:if test="decisions/decision"><xsl:apply-templates select="decisions" mode="section"/></xsl:if>
    <xsl:if test="not(result/@own = 1)"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
