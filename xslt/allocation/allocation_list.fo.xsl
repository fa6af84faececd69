<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity's allocation on paper: a table a site, with units, students, supervisors and lecturers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="placements" match="placements/placement" use="@site-number"/>

  <xsl:template match="page" mode="title">[[print.allocation.allocation_list]] – <xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="heading"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="kicker">[[print.allocation.allocation_list]]</xsl:template>
  <xsl:template match="page" mode="organisation"><xsl:value-of select="activity/@institution-name"/></xsl:template>
  <xsl:template match="page" mode="about"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="orientation">landscape</xsl:template>
  <xsl:template match="page" mode="parts"><xsl:for-each select="sites/site"><xsl:call-template name="bookmark"><xsl:with-param name="text" select="@name"/></xsl:call-template></xsl:for-each></xsl:template>
  <xsl:template match="page" mode="body">
    <xsl:for-each select="activity"><block space-after="2mm"><xsl:call-template name="days"/>, <xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></block></xsl:for-each>
    <xsl:apply-templates select="sites/site"/>
    <xsl:if test="not(sites/site)"><block color="#4d565f">[[allocation_list.none]]</block></xsl:if>
  </xsl:template>

  <xsl:template match="site">
    <xsl:call-template name="h2"><xsl:with-param name="text"><xsl:value-of select="@name"/> ([[allocation_list.students#@students]])</xsl:with-param></xsl:call-template>
    <table table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(5)" fox:header="true"/>
      <xsl:if test="/page/placements/placement/@class"><table-column column-width="14mm"/></xsl:if>
      <table-column column-width="proportional-column-width(5)"/>
      <table-column column-width="proportional-column-width(4)"/>
      <table-column column-width="proportional-column-width(4)"/>
      <table-column column-width="43mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.student]]</xsl:with-param></xsl:call-template>
          <xsl:if test="/page/placements/placement/@class"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.class]]</xsl:with-param></xsl:call-template></xsl:if>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.unit]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.supervisor]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.lecturer]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.period]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="key('placements', @id)"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="placement">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@student"/></xsl:call-template>
      <xsl:if test="../placement/@class"><xsl:call-template name="cell"><xsl:with-param name="text" select="@class"/></xsl:call-template></xsl:if>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@unit"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@supervisor"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@lecturer"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:call-template name="days"/></xsl:with-param><xsl:with-param name="sub"><xsl:if test="@ended-on">[[placement_list.ended]]</xsl:if></xsl:with-param></xsl:call-template>
    </table-row>
  </xsl:template>
</xsl:stylesheet>
