<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters that ask a student for wishes. Block registration (fragment mail_wishes). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="mail.xsl"/>

  <xsl:template match="page" mode="link">/registrations/<xsl:value-of select="registration/@id"/>/wishes</xsl:template>
  <xsl:template match="page" mode="open">[[mail.wishes_open.open]]</xsl:template>
  <xsl:template match="page" mode="content"><table><xsl:apply-templates select="registration" mode="facts"/></table></xsl:template>
  <xsl:template match="registration" mode="facts">
    <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
    <xsl:apply-templates select="." mode="period"/>
    <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
    <tr><th scope="row">[[mail.wishes.until]]</th><td><xsl:value-of select="@wishes-to-text"/></td></tr>
    <tr><th scope="row">[[mail.wishes.most]]</th><td><xsl:value-of select="@wishes-most"/></td></tr>
  </xsl:template>
</xsl:stylesheet>
