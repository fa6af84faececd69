<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of grading share. Blocks: exam (fragment exam_head), counts (exam_counts), grades (exam_tally); rights of exam. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="exams.xsl"/>

  <!-- The state of an exam's grading, as a tag. -->
  <xsl:template match="exam" mode="state"><span class="ds-tag pk-tag" data-color="neutral">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@state = 'started']" mode="state"><span class="ds-tag pk-tag" data-color="info">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@state = 'confirmed']" mode="state"><span class="ds-tag pk-tag" data-color="success">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@transferred = 1]" mode="state"><span class="ds-tag pk-tag" data-color="success">[[exams.transferred]]</span></xsl:template>
  <xsl:template match="exam[@cancelled = 1]" mode="state"><span class="ds-tag pk-tag" data-stage="cancelled">[[exams.cancelled]]</span></xsl:template>

  <!-- The way to an exam's pages, and what stands below its name. -->
  <xsl:template name="grading-trail"><li><a class="ds-link" href="/exams">[[exams.title]]</a></li></xsl:template>
  <xsl:template name="grading-trail-below">
    <xsl:call-template name="grading-trail"/>
    <li><a class="ds-link" href="/exams/{exam/@id}"><xsl:value-of select="exam/@name"/></a></li>
  </xsl:template>
  <xsl:template match="exam" mode="lead">
    <p class="pk-lead">
      <xsl:apply-templates select="." mode="state"/>
      <xsl:text> </xsl:text>
      <span>
        <xsl:call-template name="exam-when"/>
        <xsl:text> · </xsl:text><xsl:value-of select="@institution-short"/>
        <xsl:if test="@scale"><xsl:text> · </xsl:text>[[exam.graded_by]]</xsl:if>
        <xsl:if test="@anonymous = 1"><xsl:text> · </xsl:text>[[exam.is_anonymous]]</xsl:if>
      </span>
    </p>
  </xsl:template>

  <!-- The parts of an exam that the viewer has. here: overview, grade, setup, assessors, protocol … -->
  <xsl:template name="grading-tabs">
    <xsl:param name="here"/>
    <xsl:variable name="address" select="concat('/exams/', exam/@id)"/>
    <nav class="pk-tabs" aria-label="[[layout.tabs]]">
      <ul>
        <xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'overview'"/><xsl:with-param name="address" select="$address"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
        <xsl:if test="rights/@grade = 1"><xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'grade'"/><xsl:with-param name="address" select="concat($address, '/grade')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@plan = 1">
          <xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'setup'"/><xsl:with-param name="address" select="concat($address, '/setup')"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'assessors'"/><xsl:with-param name="address" select="concat($address, '/assessors')"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
        </xsl:if>
        <xsl:if test="rights/@transfer = 1"><xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'transfer'"/><xsl:with-param name="address" select="concat($address, '/transfer')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@transfer-log = 1 and exam/@transferred = 1"><xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'transfer_log'"/><xsl:with-param name="address" select="concat($address, '/transfer/log')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@openings = 1"><xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'openings'"/><xsl:with-param name="address" select="concat($address, '/openings')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@protocol = 1"><xsl:call-template name="grading-tab"><xsl:with-param name="part" select="'protocol'"/><xsl:with-param name="address" select="concat($address, '/protocol')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template name="grading-tab">
    <xsl:param name="part"/>
    <xsl:param name="address"/>
    <xsl:param name="here"/>
    <li>
      <a href="{$address}">
        <xsl:if test="$part = $here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="pk:label('grading.part_', $part)"/>
      </a>
    </li>
  </xsl:template>

  <!-- A paper's state, as a tag. -->
  <xsl:template match="paper" mode="state"><span class="ds-tag pk-tag" data-color="neutral">[[paper_state.{@state}]]</span></xsl:template>
  <xsl:template match="paper[@state = 'partly']" mode="state"><span class="ds-tag pk-tag" data-color="info">[[paper_state.{@state}]]</span></xsl:template>
  <xsl:template match="paper[@state = 'agreed']" mode="state"><span class="ds-tag pk-tag" data-color="success">[[paper_state.{@state}]]</span></xsl:template>
  <xsl:template match="paper[@state = 'disagree']" mode="state"><span class="ds-tag pk-tag" data-color="danger">[[paper_state.{@state}]]</span></xsl:template>

  <!-- How many papers got each grade, best first: a bar each. -->
  <xsl:template match="grades" mode="tally">
    <xsl:variable name="most"><xsl:for-each select="grade"><xsl:sort select="@papers" data-type="number" order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="@papers"/></xsl:if></xsl:for-each></xsl:variable>
    <table class="ds-table pk-table pk-grade-tally">
      <caption class="ds-sr-only">[[grading.tally]]</caption>
      <thead><tr><th scope="col">[[column.grade]]</th><xsl:if test="grade/@points-from"><th scope="col" class="pk-number">[[column.points_from]]</th></xsl:if><th scope="col" class="pk-number">[[column.papers]]</th></tr></thead>
      <tbody>
        <xsl:apply-templates select="grade" mode="tally">
          <xsl:sort select="@id" data-type="number" order="descending"/>
          <xsl:with-param name="most" select="number($most)"/>
        </xsl:apply-templates>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="grade" mode="tally">
    <xsl:param name="most"/>
    <tr>
      <th scope="row" data-label="[[column.grade]]"><xsl:value-of select="@name"/></th>
      <xsl:if test="../grade/@points-from"><td data-label="[[column.points_from]]" class="pk-number"><xsl:apply-templates select="@points-from" mode="points"/></td></xsl:if>
      <td data-label="[[column.papers]]" class="pk-number"><xsl:value-of select="@papers"/><xsl:call-template name="bar"><xsl:with-param name="part" select="@papers"/><xsl:with-param name="whole" select="$most"/></xsl:call-template></td>
    </tr>
  </xsl:template>

  <!-- What an exam's papers have come to. -->
  <xsl:template match="counts">
    <dl class="pk-facts">
      <div><dt>[[column.papers]]</dt><dd><xsl:value-of select="@papers"/></dd></div>
      <div><dt>[[grading.handed_in]]</dt><dd><xsl:value-of select="@handed-in"/></dd></div>
      <div><dt>[[paper_state.agreed]]</dt><dd><xsl:value-of select="@agreed"/></dd></div>
      <div><dt>[[grading.missing]]</dt><dd><xsl:value-of select="@missing"/></dd></div>
      <div><dt>[[paper_state.disagree]]</dt><dd><xsl:value-of select="@disagree"/></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
