<?xml version="1.0" encoding="UTF-8"?>
<!-- A mail: plain text, the subject its first line, then an empty line and the body. A kind of mail imports this and gives
     match="/page" mode="subject" (one line), mode="text" (paragraphs, each ending in an empty line) and mode="link". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page">
    <xsl:apply-templates select="." mode="subject"/>
    <xsl:text>&#10;&#10;[[mail.hello]]&#10;&#10;</xsl:text>
    <xsl:apply-templates select="." mode="text"/>
    <xsl:text>[[mail.open]]&#10;</xsl:text>
    <xsl:value-of select="@base"/>
    <xsl:apply-templates select="." mode="link"/>
    <xsl:text>&#10;&#10;-- &#10;[[mail.footer]]&#10;</xsl:text>
  </xsl:template>

  <!-- The facts of an order. -->
  <xsl:template match="order" mode="facts">
    <xsl:text>[[column.activity]]: </xsl:text><xsl:value-of select="@activity-name"/>
    <xsl:text>&#10;[[column.period]]: </xsl:text><xsl:value-of select="@starts-text"/>–<xsl:value-of select="@ends-text"/>
    <xsl:text> ([[format.weeks]])&#10;[[column.institution]]: </xsl:text><xsl:value-of select="@institution-name"/>
    <xsl:text>&#10;[[column.site]]: </xsl:text><xsl:value-of select="@site-name"/>
    <xsl:text>&#10;[[order.places_asked]]: </xsl:text><xsl:value-of select="@places"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="reason">
    <xsl:text>[[change.reason]]:&#10;</xsl:text>
    <xsl:value-of select="@text"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
