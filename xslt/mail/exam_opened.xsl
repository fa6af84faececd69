<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody broke the glass: whose code it was, this letter does not say. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:template match="page" mode="link">/exams/<xsl:value-of select="opening/@exam"/><xsl:if test="opening/@follow = 1">/openings</xsl:if></xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <tr><th scope="row">[[column.exam]]</th><td><xsl:value-of select="opening/@name"/></td></tr>
      <tr><th scope="row">[[column.code]]</th><td><xsl:value-of select="opening/@code"/></td></tr>
      <tr><th scope="row">[[column.by_whom]]</th><td><xsl:choose><xsl:when test="opening/@by-whom"><xsl:value-of select="opening/@by-whom"/></xsl:when><xsl:otherwise>[[history.protected]]</xsl:otherwise></xsl:choose></td></tr>
      <tr><th scope="row">[[column.at]]</th><td><xsl:value-of select="opening/@at-text"/></td></tr>
    </table>
    <xsl:apply-templates select="opening[@reason]" mode="reason"/>
  </xsl:template>
  <xsl:template match="opening" mode="reason">
    <p>[[change.reason]]:</p>
    <xsl:call-template name="quote"><xsl:with-param name="text" select="@reason"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
