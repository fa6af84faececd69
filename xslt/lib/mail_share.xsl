<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters about shared placements: to those who receive students (blocks activity, units), and to a student (block placement). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="mail.xsl"/>

  <xsl:template match="page[activity]" mode="link">/activities/<xsl:value-of select="activity/@id"/>/allocation</xsl:template>
  <xsl:template match="page[activity]" mode="content">
    <xsl:apply-templates select="activity" mode="facts"/>
    <xsl:apply-templates select="units[unit]" mode="facts"/>
  </xsl:template>

  <!-- How many students, unit by unit; a unit has a row for each thing that happened there. -->
  <xsl:template match="units" mode="facts">
    <h2>[[mail.share_units]]</h2>
    <table><xsl:apply-templates select="unit" mode="facts"/></table>
  </xsl:template>
  <xsl:template match="unit" mode="facts">
    <tr>
      <th scope="row"><xsl:value-of select="@name"/><br/><xsl:value-of select="@site"/></th>
      <td>
        <xsl:if test="@come &gt; 0">[[mail.share_come#@come]]<br/></xsl:if>
        <xsl:if test="@gone &gt; 0">[[mail.share_gone#@gone]]<br/></xsl:if>
        <xsl:if test="@changed &gt; 0">[[mail.share_same#@changed]]<br/></xsl:if>
      </td>
    </tr>
  </xsl:template>

  <!-- A student's own place. -->
  <xsl:template match="page[placement]" mode="link">/placements/<xsl:value-of select="placement/@id"/></xsl:template>
  <xsl:template match="page[placement]" mode="content"><xsl:apply-templates select="placement" mode="facts"/></xsl:template>
  <xsl:template match="placement" mode="facts">
    <table>
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
      <tr><th scope="row">[[column.unit]]</th><td><strong><xsl:value-of select="@unit"/></strong><br/><xsl:value-of select="@site"/></td></tr>
      <xsl:if test="@address"><tr><th scope="row">[[column.address]]</th><td><xsl:value-of select="@address"/></td></tr></xsl:if>
      <xsl:apply-templates select="." mode="period"/>
      <xsl:if test="@supervisor"><tr><th scope="row">[[column.supervisor]]</th><td><xsl:value-of select="@supervisor"/><xsl:if test="@supervisor-email"><br/><xsl:value-of select="@supervisor-email"/></xsl:if></td></tr></xsl:if>
      <xsl:if test="@lecturer"><tr><th scope="row">[[column.lecturer]]</th><td><xsl:value-of select="@lecturer"/><xsl:if test="@lecturer-email"><br/><xsl:value-of select="@lecturer-email"/></xsl:if></td></tr></xsl:if>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
      <xsl:if test="@old-unit"><tr><th scope="row">[[mail.placement_before]]</th><td><xsl:value-of select="@old-unit"/><br/><xsl:value-of select="@old-site"/></td></tr></xsl:if>
    </table>
  </xsl:template>
</xsl:stylesheet>
