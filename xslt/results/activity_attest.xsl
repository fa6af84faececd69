<?xml version="1.0" encoding="UTF-8"?>
<!-- What is ready of an activity's placement periods, to be attested. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/results_attest.xsl"/>

  <xsl:template match="page" mode="title">[[results.attest]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="activity-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/results">[[results.of_activity]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content"><xsl:call-template name="attest-content"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/activity/@id}/results">[[word.cancel]]</a></xsl:template>

  <xsl:template match="results/column[@name = 'class']" priority="2"/>
  <xsl:template match="result" mode="who">
    <th scope="row" data-label="[[column.student]]" id="row-{@id}">
      <xsl:choose>
        <xsl:when test="@name"><a class="ds-link" href="/results/{@result}"><xsl:value-of select="@name"/></a></xsl:when>
        <xsl:otherwise><a class="ds-link" href="/results/{@result}">[[roles.protected]]</a></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@class"><span class="pk-sub">[[board.class]]</span></xsl:if>
    </th>
  </xsl:template>
</xsl:stylesheet>
