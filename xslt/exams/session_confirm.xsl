<?xml version="1.0" encoding="UTF-8"?>
<!-- All of a draft to look over, what it lacks, and what confirming it makes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="title">[[exam.new]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><strong><xsl:value-of select="session/@name"/></strong><xsl:text> · </xsl:text><span>[[exam_type.{session/@type}]]</span></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-steps"><xsl:with-param name="here" select="'confirm'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state != 'draft'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="preview"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="preview">
    <xsl:apply-templates select="missing[lack]"/>
    <xsl:if test="population/@past = 1"><div class="ds-alert" data-color="warning"><p>[[exam.past]]<xsl:text> </xsl:text><a class="ds-link" href="/exam-sessions/{session/@id}/details">[[exam.step_details]]</a></p></div></xsl:if>
    <section class="pk-section" aria-labelledby="details">
      <div class="pk-section-head"><h2 class="ds-heading" id="details">[[exam.details]]</h2><a class="ds-link" href="/exam-sessions/{session/@id}/details">[[word.edit]]<span class="ds-sr-only"> – [[exam.details]]</span></a></div>
      <xsl:apply-templates select="session" mode="facts"/>
    </section>
    <section class="pk-section" aria-labelledby="instances">
      <div class="pk-section-head"><h2 class="ds-heading" id="instances">[[exam.concerns]]</h2><a class="ds-link" href="/exam-sessions/{session/@id}/instances">[[word.edit]]<span class="ds-sr-only"> – [[exam.concerns]]</span></a></div>
      <xsl:apply-templates select="instances" mode="modules"/>
    </section>
    <section class="pk-section" aria-labelledby="then">
      <h2 class="ds-heading" id="then">[[exam.then]]</h2>
      <ul class="ds-list">
        <li><xsl:apply-templates select="session" mode="makes"/></li>
        <li><xsl:apply-templates select="population"/></li>
      </ul>
      <xsl:choose>
        <xsl:when test="missing/lack"><xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="form"/></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="missing">
    <div class="ds-alert" data-color="warning" role="note">
      <h2 class="ds-heading">[[exam.missing]]</h2>
      <ul class="ds-list"><xsl:apply-templates select="lack"/></ul>
    </div>
  </xsl:template>
  <xsl:template match="lack"><li><xsl:value-of select="pk:label(@error)"/><xsl:text> </xsl:text><a class="ds-link" href="/exam-sessions/{/page/session/@id}/{@step}">[[exam.step_{@step}]]</a></li></xsl:template>

  <xsl:template match="session" mode="makes">[[exam.makes_exam]]</xsl:template>
  <xsl:template match="session[@type = 'other']" mode="makes">[[exam.makes_none]]</xsl:template>
  <xsl:template match="population">
    <xsl:choose>
      <xsl:when test="@resit = 1 and @results-in = 0">[[exam.adds_no_results]]</xsl:when>
      <xsl:when test="@resit = 1">[[exam.adds_failed#@failed]]</xsl:when>
      <xsl:when test="@students = 0">[[exam.adds_nobody]]</xsl:when>
      <xsl:when test="../session/@registration = 0">[[exam.adds_all#@students]]</xsl:when>
      <xsl:when test="../session/@registers = 'over'">[[exam.adds_none_over]]</xsl:when>
      <xsl:otherwise>[[exam.adds_none#@students]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="fields"><xsl:if test="../population[@resit = 1 and @failed &gt; 0]"><xsl:apply-templates select="field[@name = 'enrol']"/></xsl:if></xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[submit.exam_session_confirm]]</button>
    <a class="ds-button" data-variant="secondary" href="/exam-sessions/{../session/@id}/concerns">[[exam.back]]</a>
  </xsl:template>
</xsl:stylesheet>
