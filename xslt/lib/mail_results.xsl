<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters about results. Block results (a session's or an activity's) or result (one student's own, which says not what it is). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="mail.xsl"/>

  <xsl:template match="page" mode="link"><xsl:apply-templates select="results | result" mode="link"/></xsl:template>
  <xsl:template match="results" mode="link">/exam-sessions/<xsl:value-of select="@id"/>/results</xsl:template>
  <xsl:template match="results[@exam = 0]" mode="link">/activities/<xsl:value-of select="@id"/>/results</xsl:template>
  <xsl:template match="result" mode="link">/results/<xsl:value-of select="@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table><xsl:apply-templates select="results | result" mode="facts"/></table>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="results" mode="facts">
    <tr><th scope="row">[[column.name]]</th><td><xsl:value-of select="@name"/></td></tr>
    <xsl:if test="@ends"><tr><th scope="row">[[column.ends]]</th><td><xsl:value-of select="@ends-text"/></td></tr></xsl:if>
    <xsl:if test="@results-due"><tr><th scope="row">[[column.results_due]]</th><td><xsl:value-of select="@results-due-text"/></td></tr></xsl:if>
    <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution"/></td></tr>
  </xsl:template>
  <xsl:template match="result" mode="facts">
    <tr><th scope="row">[[column.course]]</th><td><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></td></tr>
    <tr><th scope="row">[[column.exam]]</th><td><xsl:value-of select="@name"/></td></tr>
    <xsl:if test="@examined-on"><tr><th scope="row">[[column.examined_on]]</th><td><xsl:value-of select="@examined-on-text"/></td></tr></xsl:if>
    <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution"/></td></tr>
  </xsl:template>
</xsl:stylesheet>
