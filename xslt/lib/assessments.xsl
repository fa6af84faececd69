<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of a placement period's assessment share. Blocks: placement (fragment assessment_head), assessment, verdicts
     (assessment_verdicts), doubt (doubt_shown). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="placement.xsl"/>
  <xsl:import href="exams.xsl"/>

  <xsl:key name="verdicts" match="verdicts/verdict" use="@assessment"/>

  <!-- The tabs of a placement, for those who read its assessment. here: placement or assessment. -->
  <xsl:template name="placement-tabs">
    <xsl:param name="here"/>
    <xsl:if test="rights/@see-assessment = 1">
      <nav class="pk-tabs" aria-label="[[layout.tabs]]">
        <ul>
          <li><a href="/placements/{placement/@id}"><xsl:if test="$here = 'placement'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[assessments.tab_placement]]</a></li>
          <li><a href="/placements/{placement/@id}/assessment"><xsl:if test="$here = 'assessment'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[assessments.tab_assessment]]</a></li>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The way to a page below the assessment, and whom it is about. -->
  <xsl:template name="assessment-trail">
    <xsl:if test="viewer/@see-students = 1"><li><a class="ds-link" href="/students">[[nav.students]]</a></li></xsl:if>
    <li><a class="ds-link" href="/placements/{placement/@id}"><xsl:apply-templates select="placement" mode="student"/></a></li>
    <li><a class="ds-link" href="/placements/{placement/@id}/assessment">[[assessments.tab_assessment]]</a></li>
  </xsl:template>
  <xsl:template match="placement" mode="lead">
    <p class="pk-lead"><xsl:apply-templates select="." mode="student"/><xsl:text> · </xsl:text><xsl:value-of select="@unit"/><xsl:text>, </xsl:text><xsl:value-of select="@site"/><xsl:text> · </xsl:text><xsl:call-template name="period"/></p>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/placements/{/page/placement/@id}/assessment">[[word.cancel]]</a></xsl:template>

  <!-- What a given assessment says: how it went, by each criterion, in words, and the student's own. -->
  <xsl:template match="assessment" mode="given">
    <dl class="pk-facts">
      <div><dt>[[assessments.outcome]]</dt><dd><xsl:apply-templates select="." mode="outcome"/></dd></div>
      <div><dt>[[assessments.given]]</dt><dd><time datetime="{@given-at}"><xsl:value-of select="@given-at-text"/></time></dd></div>
      <xsl:if test="@assessor"><div><dt>[[assessments.assessor]]</dt><dd><xsl:value-of select="@assessor"/></dd></div></xsl:if>
      <xsl:if test="@signed-at"><div><dt>[[assessments.signed]]</dt><dd><time datetime="{@signed-at}"><xsl:value-of select="@signed-at-text"/></time></dd></div></xsl:if>
    </dl>
    <xsl:if test="key('verdicts', @id)">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[assessments.criterion]]</th><th scope="col">[[assessments.verdict]]</th><th scope="col">[[assessments.comment]]</th></tr></thead>
        <tbody><xsl:apply-templates select="key('verdicts', @id)" mode="row"/></tbody>
      </table>
    </xsl:if>
    <xsl:if test="@text"><div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@text"/></xsl:call-template></div></xsl:if>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>
  <xsl:template match="verdict" mode="row">
    <tr>
      <th scope="row" data-label="[[assessments.criterion]]"><xsl:value-of select="@text"/></th>
      <td data-label="[[assessments.verdict]]"><xsl:apply-templates select="." mode="verdict"/></td>
      <td data-label="[[assessments.comment]]"><xsl:value-of select="@comment"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="*" mode="verdict"/>
  <xsl:template match="*[@verdict = 'met']" mode="verdict"><span class="ds-tag pk-tag" data-color="success">[[verdict.met]]</span></xsl:template>
  <xsl:template match="*[@verdict = 'partly']" mode="verdict"><span class="ds-tag pk-tag" data-color="warning">[[verdict.partly]]</span></xsl:template>
  <xsl:template match="*[@verdict = 'not_met']" mode="verdict"><span class="ds-tag pk-tag" data-color="danger">[[verdict.not_met]]</span></xsl:template>
  <!-- Of a midway one: on the way to passing. -->
  <xsl:template match="assessment" mode="outcome">
    <xsl:choose>
      <xsl:when test="@kind = 'final' and @passed = 1"><span class="ds-tag pk-tag" data-color="success">[[assessments.passed]]</span></xsl:when>
      <xsl:when test="@kind = 'final'"><span class="ds-tag pk-tag" data-color="danger">[[assessments.failed]]</span></xsl:when>
      <xsl:when test="@passed = 1"><span class="ds-tag pk-tag" data-color="success">[[assessments.on_way]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[assessments.not_on_way]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="remarks">
    <xsl:if test="@remarks">
      <h3 class="ds-heading">[[assessments.remarks]]</h3>
      <div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@remarks"/></xsl:call-template></div>
    </xsl:if>
  </xsl:template>

  <!-- What a warning says, and what came of it. -->
  <xsl:template match="doubt" mode="shown">
    <dl class="pk-facts">
      <div><dt>[[doubt.given]]</dt><dd><time datetime="{@given-at}"><xsl:value-of select="@given-at-text"/></time><xsl:if test="@late"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[doubt.late]]</span></xsl:if></dd></div>
      <div><dt>[[doubt.due]]</dt><dd><time datetime="{@due-on}"><xsl:value-of select="@due-on-text"/></time></dd></div>
      <xsl:if test="@assessor"><div><dt>[[doubt.by]]</dt><dd><xsl:value-of select="@assessor"/></dd></div></xsl:if>
      <xsl:if test="@meeting-on"><div><dt>[[doubt.meeting]]</dt><dd><xsl:apply-templates select="." mode="meeting"/></dd></div></xsl:if>
      <xsl:if test="@seen-at"><div><dt>[[doubt.seen]]</dt><dd><time datetime="{@seen-at}"><xsl:value-of select="@seen-at-text"/></time></dd></div></xsl:if>
      <xsl:if test="@lifted-at"><div><dt>[[doubt.lifted]]</dt><dd><time datetime="{@lifted-at}"><xsl:value-of select="@lifted-at-text"/></time></dd></div></xsl:if>
    </dl>
    <div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@text"/></xsl:call-template></div>
    <xsl:if test="@late-reason"><h3 class="ds-heading">[[doubt.late_reason]]</h3><div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@late-reason"/></xsl:call-template></div></xsl:if>
    <xsl:if test="@meeting-notes"><h3 class="ds-heading">[[doubt.meeting_notes]]</h3><div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@meeting-notes"/></xsl:call-template></div></xsl:if>
    <xsl:apply-templates select="." mode="remarks"/>
  </xsl:template>
  <xsl:template match="*" mode="meeting">
    <time datetime="{@meeting-on}"><xsl:value-of select="@meeting-on-text"/></time>
    <xsl:if test="@meeting-at"><xsl:text> </xsl:text>[[exam.at]]<xsl:text> </xsl:text><xsl:apply-templates select="@meeting-at" mode="clock"/></xsl:if>
    <xsl:if test="@meeting-place"><xsl:text>, </xsl:text><xsl:value-of select="@meeting-place"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
