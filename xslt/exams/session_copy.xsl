<?xml version="1.0" encoding="UTF-8"?>
<!-- A draft like an earlier session. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="head"><xsl:call-template name="exam-counter"/></xsl:template>
  <xsl:template match="page" mode="title">[[exam.copy]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[exam.copy_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'name' or @name = 'name_en']" mode="counted"/>
    <xsl:if test="../session/@date-mode != 'none'"><div class="pk-exam-times"><xsl:apply-templates select="field[@name = 'starts_on']"/></div></xsl:if>
    <xsl:apply-templates select="field[@name = 'copy_instances']"/>
  </xsl:template>
</xsl:stylesheet>
