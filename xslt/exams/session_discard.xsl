<?xml version="1.0" encoding="UTF-8"?>
<!-- A draft is thrown away. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="title">[[exam.discard]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state != 'draft'"><div class="ds-alert" data-color="info"><p>[[error.session_confirmed]]</p></div></xsl:when>
      <xsl:otherwise><p class="pk-prose">[[exam.discard_help]]</p><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" data-color="danger" type="submit">[[submit.exam_discard]]</button>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>
</xsl:stylesheet>
