<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters about the assessment of a placement period: where and when, never what was found nor of whom. Block placement (fragments
     mail_assessment, mail_doubt). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="mail.xsl"/>

  <xsl:template match="page" mode="link">/placements/<xsl:value-of select="placement/@id"/>/assessment</xsl:template>
  <xsl:template match="page" mode="content"><table><xsl:apply-templates select="placement" mode="facts"/></table></xsl:template>
  <xsl:template match="placement" mode="facts">
    <xsl:if test="@meeting-on"><tr><th scope="row">[[doubt.meeting]]</th><td><xsl:value-of select="@meeting-on-text"/><xsl:if test="@meeting-at"><xsl:text> </xsl:text>[[exam.at]]<xsl:text> </xsl:text><xsl:value-of select="translate(@meeting-at, ':', substring('.:', 1 + (substring(/page/@lang, 1, 1) != 'n'), 1))"/></xsl:if><xsl:if test="@meeting-place"><br/><xsl:value-of select="@meeting-place"/></xsl:if></td></tr></xsl:if>
    <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
    <tr><th scope="row">[[column.unit]]</th><td><xsl:value-of select="@unit"/><br/><xsl:value-of select="@site"/></td></tr>
    <xsl:apply-templates select="." mode="period"/>
    <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
  </xsl:template>
</xsl:stylesheet>
