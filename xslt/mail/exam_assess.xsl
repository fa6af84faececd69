<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody is to assess an exam. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:template match="page" mode="link">/exams/<xsl:value-of select="exam/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table><xsl:apply-templates select="exam"/></table>
  </xsl:template>
  <xsl:template match="exam">
    <tr><th scope="row">[[column.exam]]</th><td><xsl:value-of select="@name"/></td></tr>
    <xsl:if test="@ends-on"><tr><th scope="row">[[column.ends_on]]</th><td><xsl:value-of select="@ends-on-text"/></td></tr></xsl:if>
    <xsl:if test="@results-due"><tr><th scope="row">[[column.results_due]]</th><td><xsl:value-of select="@results-due-text"/></td></tr></xsl:if>
  </xsl:template>
</xsl:stylesheet>
