<?xml version="1.0" encoding="UTF-8"?>
<!-- A site named another supervisor of a student, whom no mail names. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/placements/<xsl:value-of select="placement/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="placement"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <xsl:template match="placement">
    <table>
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
      <tr><th scope="row">[[column.unit]]</th><td><xsl:value-of select="@unit"/><br/><xsl:value-of select="@site"/></td></tr>
      <xsl:apply-templates select="." mode="period"/>
      <xsl:if test="@old-supervisor"><tr><th scope="row">[[mail.supervisor_before]]</th><td><xsl:value-of select="@old-supervisor"/></td></tr></xsl:if>
      <xsl:if test="@supervisor"><tr><th scope="row">[[mail.supervisor_now]]</th><td><xsl:value-of select="@supervisor"/><xsl:if test="@supervisor-email"><br/><xsl:value-of select="@supervisor-email"/></xsl:if></td></tr></xsl:if>
      <xsl:if test="@by-whom"><tr><th scope="row">[[mail.supervisor_by]]</th><td><xsl:value-of select="@by-whom"/></td></tr></xsl:if>
    </table>
  </xsl:template>
</xsl:stylesheet>
