<?xml version="1.0" encoding="UTF-8"?>
<!-- The first step of a new exam session. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="head"><xsl:call-template name="exam-counter"/></xsl:template>
  <xsl:template match="page" mode="title">[[exam.new]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-steps"><xsl:with-param name="here" select="'details'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
  <xsl:template match="form" mode="fields"><xsl:call-template name="exam-details"/></xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[exam.next]]</button>
    <a class="ds-button" data-variant="tertiary" href="/exam-sessions">[[word.cancel]]</a>
  </xsl:template>
</xsl:stylesheet>
