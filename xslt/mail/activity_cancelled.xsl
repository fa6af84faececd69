<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity will not be held. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page" mode="subject"><xsl:apply-templates select="activity" mode="subject"/></xsl:template>
  <xsl:template match="activity" mode="subject">[[mail.activity_cancelled.subject]]</xsl:template>
  <xsl:template match="/page" mode="link">/activities/<xsl:value-of select="activity/@id"/></xsl:template>
  <xsl:template match="/page" mode="text">
    <xsl:apply-templates select="activity"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="activity">
    <xsl:text>[[mail.activity_cancelled.text]]&#10;&#10;[[column.activity]]: </xsl:text><xsl:value-of select="@name"/>
    <xsl:text>&#10;[[column.period]]: </xsl:text><xsl:value-of select="@starts-text"/>–<xsl:value-of select="@ends-text"/>
    <xsl:text> ([[format.weeks]])&#10;[[column.institution]]: </xsl:text><xsl:value-of select="@institution-name"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
