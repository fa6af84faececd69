<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity will not be held. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/activities/<xsl:value-of select="activity/@id"/></xsl:template>
  <!-- To a student. -->
  <xsl:template match="page[activity/@registration]" mode="link">/registrations/<xsl:value-of select="activity/@registration"/></xsl:template>
  <xsl:template match="activity[@registration]" mode="first"><p>[[mail.activity_cancelled.student]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="activity"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="activity">
    <table>
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@name"/></td></tr>
      <xsl:apply-templates select="." mode="period"/>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
    </table>
  </xsl:template>
</xsl:stylesheet>
