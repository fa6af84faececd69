<?xml version="1.0" encoding="UTF-8"?>
<!-- Details of a session: the first step of a draft, or what may still change of a confirmed one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:template match="page" mode="head"><xsl:call-template name="exam-counter"/></xsl:template>
  <xsl:template match="page" mode="title">[[exam.new]]</xsl:template>
  <xsl:template match="page[session/@state != 'draft']" mode="title">[[exam.change]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="session/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-steps"><xsl:with-param name="here" select="'details'"/><xsl:with-param name="enter" select="'instances'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state = 'cancelled'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:otherwise>
        <xsl:if test="session/@state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[exam.change_help]]</p></div></xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="fields"><xsl:call-template name="exam-details"/></xsl:template>
  <xsl:template match="form" mode="buttons">
    <xsl:choose>
      <xsl:when test="../session/@state = 'draft'"><button class="ds-button" type="submit">[[exam.next]]</button></xsl:when>
      <xsl:otherwise><button class="ds-button" type="submit">[[exam.save]]</button></xsl:otherwise>
    </xsl:choose>
    <a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a>
  </xsl:template>
</xsl:stylesheet>
