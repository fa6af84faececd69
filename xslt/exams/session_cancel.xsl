<?xml version="1.0" encoding="UTF-8"?>
<!-- A confirmed session is called off. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="title">[[exam.cancel]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state = 'cancelled'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:when test="session/@state = 'draft'"><div class="ds-alert" data-color="info"><p>[[error.session_not_confirmed]]</p></div></xsl:when>
      <xsl:when test="told/@results = 1 or session/@exam-state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.exam_has_results]]</p></div></xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="warning"><p><xsl:choose><xsl:when test="told/@candidates &gt; 0">[[exam.cancel_help#told/@candidates]]</xsl:when><xsl:otherwise>[[exam.cancel_help_none]]</xsl:otherwise></xsl:choose></p></div><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" data-color="danger" type="submit">[[submit.exam_cancel]]</button>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>
</xsl:stylesheet>
