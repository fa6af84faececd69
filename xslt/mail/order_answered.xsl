<?xml version="1.0" encoding="UTF-8"?>
<!-- A site confirmed places: how many, where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page" mode="subject"><xsl:apply-templates select="order" mode="subject"/></xsl:template>
  <xsl:template match="order" mode="subject">[[mail.order_answered.subject]]</xsl:template>
  <xsl:template match="/page" mode="link">/orders/<xsl:value-of select="order/@id"/></xsl:template>
  <xsl:template match="/page" mode="text">
    <xsl:apply-templates select="order"/>
    <xsl:apply-templates select="units[unit]"/>
    <xsl:apply-templates select="message"/>
  </xsl:template>
  <xsl:template match="order">
    <xsl:text>[[mail.order_answered.text]]&#10;&#10;</xsl:text>
    <xsl:apply-templates select="." mode="facts"/>
    <xsl:text>[[column.places_confirmed]]: </xsl:text><xsl:value-of select="../confirmed/@places"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="units">
    <xsl:apply-templates select="unit"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="unit"><xsl:text>- </xsl:text><xsl:value-of select="@name"/><xsl:text>: </xsl:text><xsl:value-of select="@places"/><xsl:text>&#10;</xsl:text></xsl:template>
  <xsl:template match="message"><xsl:text>[[change.answer_message]]:&#10;</xsl:text><xsl:value-of select="@text"/><xsl:text>&#10;&#10;</xsl:text></xsl:template>
</xsl:stylesheet>
