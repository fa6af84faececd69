<?xml version="1.0" encoding="UTF-8"?>
<!-- Mails to a student about an exam of theirs (block candidate): its facts, never a code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="mail.xsl"/>
  <xsl:import href="candidate.xsl"/>

  <xsl:template match="page" mode="link">/candidates/<xsl:value-of select="candidate/@id"/></xsl:template>
  <xsl:template match="page" mode="open">[[mail.exam_open]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="candidate" mode="facts"/></xsl:template>
  <xsl:template match="candidate" mode="facts">
    <table>
      <tr><th scope="row">[[column.exam]]</th><td><xsl:value-of select="@exam-name"/></td></tr>
      <tr><th scope="row">[[exam.when]]</th><td><xsl:apply-templates select="." mode="when"/></td></tr>
      <xsl:if test="@own-ends-at"><tr><th scope="row">[[candidate.your_end]]</th><td><xsl:if test="@own-ends-on != @starts-on"><xsl:value-of select="@own-ends-on-text"/><xsl:text> </xsl:text></xsl:if>[[exam.at]] <xsl:apply-templates select="@own-ends-at" mode="clock"/> (<xsl:call-template name="extra-time"/>)</td></tr></xsl:if>
      <xsl:if test="@place"><tr><th scope="row">[[exam.place]]</th><td><xsl:value-of select="@place"/></td></tr></xsl:if>
      <tr><th scope="row">[[candidate.concerns]]</th><td><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></td></tr>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution"/></td></tr>
    </table>
  </xsl:template>
  <xsl:template match="candidate" mode="when">[[exam.no_date]]</xsl:template>
  <xsl:template match="candidate[@date-mode = 'day']" mode="when"><xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@starts-at" mode="clock"/>–<xsl:apply-templates select="@ends-at" mode="clock"/></xsl:template>
  <xsl:template match="candidate[@date-mode = 'period']" mode="when"><xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@starts-at" mode="clock"/> – <xsl:value-of select="@ends-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@ends-at" mode="clock"/></xsl:template>
</xsl:stylesheet>
