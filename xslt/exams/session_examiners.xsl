<?xml version="1.0" encoding="UTF-8"?>
<!-- Who attests the results. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:key name="offered" match="people/person" use="@id"/>

  <xsl:template match="page" mode="title">[[exam.examiners]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state = 'cancelled'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:when test="not(people/person)"><div class="pk-empty"><p>[[exam.examiners_none]]</p></div></xsl:when>
      <xsl:otherwise><p class="pk-prose">[[exam.examiners_help]]</p><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a></xsl:template>
  <!-- Who attests but is beyond those shown goes along. -->
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'examiners']"/>
    <xsl:for-each select="entry[@field = 'examiners' and not(key('offered', @key))]"><input type="hidden" name="examiners" value="{@key}"/></xsl:for-each>
    <xsl:if test="../people/person/@more = 1"><p class="pk-quiet">[[exam.examiners_first_500]]</p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
