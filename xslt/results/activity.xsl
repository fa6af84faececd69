<?xml version="1.0" encoding="UTF-8"?>
<!-- The results of an activity's placement periods, row by row. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/results.xsl"/>

  <xsl:template match="page" mode="title">[[results.of_activity]]</xsl:template>
  <xsl:template match="page" mode="head"><script src="/assets/grid.js?v={@assets}" defer="defer"></script></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@attest-results = 1 and sums/@ready &gt; 0"><a class="ds-button" href="/activities/{activity/@id}/results/attest">[[results.attest_ready#sums/@ready]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <div class="pk-results-head">
      <xsl:apply-templates select="sums" mode="progress"/>
      <div><xsl:apply-templates select="grading" mode="due"/></div>
    </div>
    <xsl:apply-templates select="results" mode="list"/>
    <xsl:apply-templates select="grades" mode="chart"/>
  </xsl:template>
  <xsl:template match="results" mode="empty"><p>[[results.no_students]]</p></xsl:template>

  <xsl:template match="results/column[@name = 'class']" priority="2"/>
  <xsl:template match="result" mode="who">
    <th scope="row" data-label="[[column.student]]" id="who-{@id}">
      <xsl:choose>
        <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
        <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@class"><span class="pk-sub">[[board.class]]</span></xsl:if>
    </th>
  </xsl:template>
</xsl:stylesheet>
