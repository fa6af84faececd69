<?xml version="1.0" encoding="UTF-8"?>
<!-- An answered order is to be answered again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page" mode="subject"><xsl:apply-templates select="order" mode="subject"/></xsl:template>
  <xsl:template match="order" mode="subject">[[mail.order_reopened.subject]]</xsl:template>
  <xsl:template match="/page" mode="link">/orders/<xsl:value-of select="order/@id"/>/answer</xsl:template>
  <xsl:template match="/page" mode="text">
    <xsl:apply-templates select="order"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="order">
    <xsl:text>[[mail.order_reopened.text]]&#10;&#10;</xsl:text>
    <xsl:apply-templates select="." mode="facts"/>
    <xsl:text>[[column.due_on]]: </xsl:text><xsl:value-of select="@due-on-text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
