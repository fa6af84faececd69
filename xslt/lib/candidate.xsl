<?xml version="1.0" encoding="UTF-8"?>
<!-- What pages about candidates share. On an element of fragment candidate_facts. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="exams.xsl"/>
  <xsl:import href="accommodation.xsl"/>

  <!-- When it ends for somebody with extra time: "til kl. 13.30 (30 minutter ekstra)". -->
  <xsl:template name="own-end">
    <xsl:if test="@own-ends-at">
      <span class="pk-sub">[[candidate.own_end]]<xsl:text> </xsl:text><xsl:if test="@date-mode = 'period' or (@own-ends-on and @own-ends-on != @ends-on)"><xsl:value-of select="@own-ends-on-text"/><xsl:text> </xsl:text></xsl:if><span class="pk-nowrap">[[exam.at]] <xsl:apply-templates select="@own-ends-at" mode="clock"/></span><xsl:text> (</xsl:text><xsl:call-template name="extra-time"/><xsl:text>)</xsl:text></span>
    </xsl:if>
  </xsl:template>

  <!-- The planner comes from the list of candidates, the student from theirs. -->
  <xsl:template name="candidate-trail">
    <xsl:choose>
      <xsl:when test="rights/@plan = 1">
        <li><a class="ds-link" href="/exam-sessions">[[exam_sessions.title]]</a></li>
        <li><a class="ds-link" href="/exam-sessions/{candidate/@exam-session}"><xsl:value-of select="candidate/@exam-name"/></a></li>
        <li><a class="ds-link" href="/exam-sessions/{candidate/@exam-session}/candidates">[[exam.part_candidates]]</a></li>
      </xsl:when>
      <xsl:otherwise><li><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- To the student it is the exam, to the planner the student. -->
  <xsl:template match="candidate" mode="called">
    <xsl:choose>
      <xsl:when test="/page/rights/@self = 1"><xsl:value-of select="@exam-name"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="candidate" mode="lead">
    <p class="pk-lead">
      <xsl:if test="@state = 'withdrawn'"><span class="ds-tag pk-tag" data-color="neutral">[[candidate.state_withdrawn]]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@cancelled = 1"><span class="ds-tag pk-tag" data-color="danger">[[exam_stage.cancelled]]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="@protected = 1 and /page/rights/@plan = 1"><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="/page/rights/@self = 0"><a class="ds-link" href="/exam-sessions/{@exam-session}"><xsl:value-of select="@exam-name"/></a><xsl:text> · </xsl:text></xsl:if>
      <xsl:call-template name="exam-when"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
