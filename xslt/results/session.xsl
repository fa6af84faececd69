<?xml version="1.0" encoding="UTF-8"?>
<!-- The results of an exam session, row by row. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/results.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="head"><script src="/assets/grid.js?v={@assets}" defer="defer"></script></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/><xsl:apply-templates select="modules[module]"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@attest = 1 and sums/@ready &gt; 0"><a class="ds-button" href="/exam-sessions/{session/@id}/results/attest">[[results.attest_ready#sums/@ready]]</a></xsl:if>
    <xsl:if test="sums/@attested &gt; 0 and session/@state = 'confirmed' and session/@exam-state = 'confirmed'"><a class="ds-button" data-variant="secondary" href="/exams/{session/@exam}/result-list">[[result_list.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'results'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <div class="pk-results-head">
      <xsl:apply-templates select="sums" mode="progress"/>
      <div>
        <xsl:apply-templates select="grading" mode="due"/>
        <xsl:if test="sums/@nameless &gt; 0"><p class="pk-quiet">[[results.nameless]]</p></xsl:if>
        <xsl:if test="grading/@points-most"><p class="pk-quiet">[[results.points_most]]</p></xsl:if>
      </div>
    </div>
    <xsl:apply-templates select="results" mode="list"/>
    <xsl:apply-templates select="grades" mode="chart"/>
  </xsl:template>
  <xsl:template match="results" mode="empty"><p>[[results.no_candidates]]</p></xsl:template>

  <xsl:template match="results" mode="more-filters">
    <xsl:choose>
      <xsl:when test="/page/sums/@nameless = 0">
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'who'"/>
          <xsl:with-param name="values" select="'registered withdrawn no_hand_in'"/>
          <xsl:with-param name="prefix" select="'result_who.'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'who']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'grade'"/><xsl:with-param name="rows" select="/page/grades/grade"/></xsl:call-template>
  </xsl:template>

  <!-- Hand-in stands below the name, which is a column where there are names. -->
  <xsl:template match="results/column[@name = 'handed_in']" priority="2"/>
  <xsl:template match="results/column[@name = 'name' and /page/sums/@nameless = /page/sums/@results]" priority="2"/>
  <xsl:template match="result" mode="who">
    <th scope="row" data-label="[[column.code]]" id="who-{@id}"><span class="pk-code"><xsl:value-of select="@code"/></span></th>
    <xsl:if test="/page/sums/@nameless &lt; /page/sums/@results">
      <td data-label="[[column.name]]">
        <xsl:choose>
          <xsl:when test="@name and /page/rights/@see-candidates = 1"><a class="ds-link" href="/candidates/{@candidate}"><xsl:value-of select="@name"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@no-hand-in = 1"><span class="pk-sub">[[results.no_hand_in]]</span></xsl:if>
      </td>
    </xsl:if>
    <xsl:if test="$with-instance"><td data-label="[[column.instance]]"><xsl:value-of select="@instance"/></td></xsl:if>
  </xsl:template>
</xsl:stylesheet>
