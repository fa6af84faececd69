<?xml version="1.0" encoding="UTF-8"?>
<!-- Who may sit, and how, on paper: for those at the door. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print_exam.xsl"/>
  <xsl:import href="../lib/accommodation.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="session" mode="facts"/>
    <xsl:apply-templates select="candidates"/>
  </xsl:template>
  <xsl:template match="candidates"><xsl:call-template name="nobody"/></xsl:template>
  <xsl:template match="candidates[candidate]">
    <table table-layout="fixed" width="100%">
      <table-column column-width="9mm"/>
      <table-column column-width="proportional-column-width(1)" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-column column-width="22mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.number]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.name]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.accommodation]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.ends]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="candidate"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="candidate">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="called"/></xsl:with-param><xsl:with-param name="sub"><xsl:apply-templates select="." mode="of-course"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:call-template name="accommodations"><xsl:with-param name="note" select="false()"/></xsl:call-template></xsl:with-param><xsl:with-param name="sub"><xsl:value-of select="@accommodation-note"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="own-end"/></xsl:with-param></xsl:call-template>
    </table-row>
  </xsl:template>
</xsl:stylesheet>
