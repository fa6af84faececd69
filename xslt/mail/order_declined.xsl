<?xml version="1.0" encoding="UTF-8"?>
<!-- A site cannot take any. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page" mode="subject"><xsl:apply-templates select="order" mode="subject"/></xsl:template>
  <xsl:template match="order" mode="subject">[[mail.order_declined.subject]]</xsl:template>
  <xsl:template match="/page" mode="link">/orders/<xsl:value-of select="order/@id"/></xsl:template>
  <xsl:template match="/page" mode="text">
    <xsl:apply-templates select="order"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="order">
    <xsl:text>[[mail.order_declined.text]]&#10;&#10;</xsl:text>
    <xsl:apply-templates select="." mode="facts"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
