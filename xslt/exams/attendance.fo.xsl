<?xml version="1.0" encoding="UTF-8"?>
<!-- The attendance list on paper: names, to be signed; never a code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print_exam.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="session" mode="facts"/>
    <xsl:apply-templates select="candidates"/>
  </xsl:template>
  <xsl:template match="candidates"><xsl:call-template name="nobody"/></xsl:template>
  <xsl:template match="candidates[candidate]">
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="9mm"/>
      <table-column column-width="proportional-column-width(1)" fox:header="true"/>
      <table-column column-width="20mm"/>
      <table-column column-width="23mm"/>
      <table-column column-width="20mm"/>
      <table-column column-width="48mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.number]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.name]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.ends]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.identity]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.out]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.signature]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="candidate"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="candidate">
    <table-row height="11mm" keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="position()"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="called"/></xsl:with-param><xsl:with-param name="sub"><xsl:apply-templates select="." mode="of-course"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="own-end"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="box-cell"/>
      <xsl:call-template name="line-cell"/>
      <xsl:call-template name="line-cell"/>
    </table-row>
  </xsl:template>
</xsl:stylesheet>
