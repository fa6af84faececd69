<?xml version="1.0" encoding="UTF-8"?>
<!-- Results to post, by code: no names, attested ones alone. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print_exam.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="results"/>
  </xsl:template>
  <xsl:template match="counts">
    <table table-layout="fixed" width="100%" space-after="5mm">
      <table-column column-width="35mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:for-each select="../exam"><xsl:call-template name="fact"><xsl:with-param name="name">[[exam.when]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="exam-time"/></xsl:with-param></xsl:call-template></xsl:for-each>
        <xsl:for-each select="../modules/module"><xsl:call-template name="fact"><xsl:with-param name="name">[[column.course]]</xsl:with-param><xsl:with-param name="value"><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/><xsl:if test="@name">, <xsl:value-of select="@name"/></xsl:if></xsl:with-param></xsl:call-template></xsl:for-each>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.scale]]</xsl:with-param><xsl:with-param name="value" select="../exam/@scale"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.attested]]</xsl:with-param><xsl:with-param name="value">[[result_list.attested]]</xsl:with-param></xsl:call-template>
      </table-body>
    </table>
  </xsl:template>
  <xsl:template match="results"><block color="#4d565f">[[result_list.none]]</block></xsl:template>
  <xsl:template match="results[result]">
    <table table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(1)"/>
      <table-column column-width="35mm"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-column column-width="35mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.code]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.grade]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.code]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.grade]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:call-template name="pairs"><xsl:with-param name="rows" select="result"/></xsl:call-template></table-body>
    </table>
    <block space-before="6mm" color="#4d565f">[[result_list.foot]]</block>
  </xsl:template>
  <xsl:template match="result" mode="pair">
    <xsl:call-template name="cell"><xsl:with-param name="text" select="@code"/></xsl:call-template>
    <xsl:call-template name="cell"><xsl:with-param name="text" select="@grade"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
