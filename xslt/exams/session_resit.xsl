<?xml version="1.0" encoding="UTF-8"?>
<!-- A re-sit of an ordinary session. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="head"><xsl:call-template name="exam-counter"/></xsl:template>
  <xsl:template match="page" mode="title">[[exam.resit]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@resit-of"><div class="ds-alert" data-color="info"><p>[[error.exam_resit_of_resit]]<xsl:text> </xsl:text><a class="ds-link" href="/exam-sessions/{session/@resit-of}"><xsl:value-of select="session/@resit-of-name"/></a></p></div></xsl:when>
      <xsl:when test="session/@state != 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.session_not_confirmed]]</p></div></xsl:when>
      <xsl:otherwise>
        <p class="pk-prose">[[exam.resit_help]]</p>
        <xsl:apply-templates select="resits[session]"/>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="resits">
    <div class="ds-alert" data-color="info"><p>[[exam.resits_already]]</p><ul class="ds-list"><xsl:apply-templates select="session" mode="named"/></ul></div>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'name' or @name = 'name_en']" mode="counted"/>
    <xsl:if test="../session/@date-mode != 'none'"><div class="pk-exam-times"><xsl:apply-templates select="field[@name = 'starts_on']"/></div></xsl:if>
  </xsl:template>
</xsl:stylesheet>
