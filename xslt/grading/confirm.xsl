<?xml version="1.0" encoding="UTF-8"?>
<!-- Grading is done, or what is still in the way. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title">[[grading.confirm]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.exam_confirmed]]</p></div></xsl:when>
      <xsl:when test="exam/@cancelled = 1"><div class="ds-alert" data-color="info"><p>[[error.exam_cancelled]]</p></div></xsl:when>
      <xsl:when test="counts/@agreed = 0 and counts/@disagree = 0"><div class="ds-alert" data-color="info"><p>[[error.nothing_graded]]</p></div></xsl:when>
      <xsl:when test="counts/@disagree &gt; 0 or counts/@missing &gt; 0">
        <div class="ds-alert" data-color="warning">
          <xsl:if test="counts/@disagree &gt; 0"><p>[[grading.disagree_count#counts/@disagree]]</p></xsl:if>
          <xsl:if test="counts/@missing &gt; 0"><p>[[grading.missing_count#counts/@missing]]</p></xsl:if>
        </div>
        <xsl:apply-templates select="papers"/>
      </xsl:when>
      <xsl:otherwise>
        <p class="pk-prose">[[grading.confirm_help]]</p>
        <xsl:if test="counts/@absent &gt; 0"><p>[[grading.absent_count#counts/@absent]]</p></xsl:if>
        <xsl:apply-templates select="grades" mode="tally"/>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="papers">
    <table class="ds-table pk-table">
      <caption class="ds-sr-only">[[grading.in_the_way]]</caption>
      <thead><tr><th scope="col">[[column.code]]</th><th scope="col">[[column.committee]]</th><th scope="col">[[column.marks]]</th><th scope="col">[[column.state]]</th></tr></thead>
      <tbody><xsl:apply-templates select="paper"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="paper">
    <tr>
      <th scope="row" data-label="[[column.code]]"><span class="pk-code"><xsl:value-of select="@code"/></span></th>
      <td data-label="[[column.committee]]"><xsl:value-of select="@committee"/></td>
      <td data-label="[[column.marks]]"><xsl:value-of select="@marks"/></td>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
