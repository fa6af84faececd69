<?xml version="1.0" encoding="UTF-8"?>
<!-- Seats by code on paper, to hang on the door: two columns, never a name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print_exam.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="session" mode="facts"/>
    <xsl:apply-templates select="seats"/>
  </xsl:template>
  <xsl:template match="seats">
    <block color="#4d565f">
      <xsl:choose>
        <xsl:when test="/page/session/@anonymous = 0">[[exam_list.no_codes]]</xsl:when>
        <xsl:otherwise>[[candidates.empty]]</xsl:otherwise>
      </xsl:choose>
    </block>
  </xsl:template>
  <xsl:template match="seats[seat]">
    <table table-layout="fixed" width="100%">
      <table-column column-width="16mm"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-column column-width="16mm"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.seat]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.code]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.seat]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.code]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body>
        <xsl:call-template name="pairs"><xsl:with-param name="rows" select="seat"/></xsl:call-template>
      </table-body>
    </table>
  </xsl:template>
  <xsl:template match="seat" mode="pair">
    <table-cell padding="1.8mm 3mm 1.8mm 0" border-bottom="0.5pt solid #d5dae0"><block text-align="end" color="#4d565f"><xsl:value-of select="@number"/></block></table-cell>
    <table-cell padding="1.8mm 2mm 1.8mm 0" border-bottom="0.5pt solid #d5dae0"><block font-size="12pt" font-weight="bold"><xsl:value-of select="@code"/></block></table-cell>
  </xsl:template>
</xsl:stylesheet>
