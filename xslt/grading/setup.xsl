<?xml version="1.0" encoding="UTF-8"?>
<!-- How an exam is graded: points and boundaries, how many marks a paper gets, committees and who has which papers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>
  <xsl:key name="grade" match="grades/grade" use="@id"/>
  <xsl:key name="committee" match="committees/committee" use="@id"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'setup'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.exam_confirmed]]</p></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'points_most']"/>
    <fieldset class="ds-fieldset pk-field">
      <legend>[[grading.boundaries]]</legend>
      <p class="pk-help">[[grading.boundaries_help]]</p>
      <table class="ds-table pk-table pk-narrow-table">
        <caption class="ds-sr-only">[[grading.boundaries]]</caption>
        <thead><tr><th scope="col">[[column.grade]]</th><th scope="col" id="boundary-head">[[column.points_from]]</th></tr></thead>
        <tbody><xsl:apply-templates select="../grades/grade"><xsl:sort select="@id" data-type="number" order="descending"/></xsl:apply-templates></tbody>
      </table>
    </fieldset>
    <xsl:apply-templates select="field[@name = 'marks']"/>
    <fieldset class="ds-fieldset pk-field">
      <legend>[[grading.committees]]</legend>
      <p class="pk-help">[[grading.committees_help]]</p>
      <table class="ds-table pk-table pk-committees">
        <caption class="ds-sr-only">[[grading.committees]]</caption>
        <thead><tr><th scope="col" id="committee-head">[[column.committee]]</th><th scope="col" class="pk-number">[[grading.part_assessors]]</th><th scope="col" class="pk-number">[[column.papers]]</th></tr></thead>
        <tbody><xsl:apply-templates select="../committees/committee"/></tbody>
      </table>
      <xsl:apply-templates select="field[@name = 'new_committee']"/>
    </fieldset>
    <xsl:apply-templates select="field[@name = 'division']"/>
  </xsl:template>
  <xsl:template match="grade">
    <tr>
      <th scope="row" id="grade-{@id}" data-label="[[column.grade]]"><xsl:value-of select="@name"/></th>
      <td data-label="[[column.points_from]]">
        <xsl:choose>
          <xsl:when test="@id = 1"><span class="pk-quiet">[[grading.below]]</span></xsl:when>
          <xsl:otherwise><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'boundary'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('grade-', @id, ' boundary-head')"/></xsl:call-template></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="committee">
    <tr>
      <td data-label="[[column.committee]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'committee'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="'committee-head'"/></xsl:call-template></td>
      <td data-label="[[grading.part_assessors]]" class="pk-number"><xsl:value-of select="@assessors"/></td>
      <td data-label="[[column.papers]]" class="pk-number"><xsl:value-of select="@papers"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="error[@field = 'boundary']" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('grade', @key)/@name"/></xsl:template>
  <xsl:template match="error[@field = 'committee']" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('committee', @key)/@name"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
