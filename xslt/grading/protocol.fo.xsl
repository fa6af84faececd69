<?xml version="1.0" encoding="UTF-8"?>
<!-- The protocol of an exam on paper: what was given, by whom, by code; to be signed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print_exam.xsl"/>
  <xsl:import href="../lib/print_chart.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="body">
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><xsl:call-template name="paragraph"><xsl:with-param name="text">[[grading.confirmed_by]]</xsl:with-param></xsl:call-template></xsl:when>
      <xsl:otherwise><block font-weight="bold" space-after="3mm">[[grading.protocol_early]]</block></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="grades"/>
    <xsl:apply-templates select="papers[paper]"/>
    <xsl:apply-templates select="assessors[assessor]"/>
  </xsl:template>

  <xsl:template match="counts">
    <table table-layout="fixed" width="100%">
      <table-column column-width="45mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:for-each select="../modules/module"><xsl:call-template name="fact"><xsl:with-param name="name">[[column.course]]</xsl:with-param><xsl:with-param name="value"><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/><xsl:if test="@code">, <xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/>, [[exam.credits]]</xsl:if></xsl:with-param></xsl:call-template></xsl:for-each>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.scale]]</xsl:with-param><xsl:with-param name="value" select="../exam/@scale"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.papers]]</xsl:with-param><xsl:with-param name="value" select="@papers"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[grading.handed_in]]</xsl:with-param><xsl:with-param name="value" select="@handed-in"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[paper_state.agreed]]</xsl:with-param><xsl:with-param name="value" select="@agreed"/></xsl:call-template>
        <xsl:if test="@missing &gt; 0"><xsl:call-template name="fact"><xsl:with-param name="name">[[grading.missing]]</xsl:with-param><xsl:with-param name="value" select="@missing"/></xsl:call-template></xsl:if>
      </table-body>
    </table>
  </xsl:template>

  <!-- Best first. -->
  <xsl:template match="grades">
    <xsl:if test="grade/@papers &gt; 0">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[grading.tally]]</xsl:with-param></xsl:call-template>
      <xsl:call-template name="chart">
        <xsl:with-param name="name" select="'grades'"/>
        <xsl:with-param name="rows" select="grade"/>
        <xsl:with-param name="parts" select="'papers'"/>
        <xsl:with-param name="of" select="'grade'"/>
        <xsl:with-param name="share" select="'of-all'"/>
        <xsl:with-param name="order" select="'descending'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="papers">
    <xsl:call-template name="h2"><xsl:with-param name="text">[[column.papers]]</xsl:with-param></xsl:call-template>
    <table table-layout="fixed" width="100%">
      <table-column column-width="38mm" fox:header="true"/>
      <xsl:if test="paper/@student"><table-column column-width="proportional-column-width(1)"/></xsl:if>
      <xsl:if test="../exam/@points-most"><table-column column-width="20mm"/></xsl:if>
      <table-column column-width="30mm"/>
      <table-column column-width="proportional-column-width(2)"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.code]]</xsl:with-param></xsl:call-template>
          <xsl:if test="paper/@student"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.student]]</xsl:with-param></xsl:call-template></xsl:if>
          <xsl:if test="../exam/@points-most"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.points]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.grade]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.marks]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="paper"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="paper">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@code"/></xsl:call-template>
      <xsl:if test="../paper/@student"><xsl:call-template name="cell"><xsl:with-param name="text" select="@student"/></xsl:call-template></xsl:if>
      <xsl:if test="/page/exam/@points-most"><xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="@points" mode="points"/></xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:value-of select="@grade"/><xsl:if test="not(@grade)">[[paper_state.{@state}]]</xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@marks"/></xsl:call-template>
    </table-row>
  </xsl:template>
  <xsl:template match="@*" mode="points" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="/page/@lang = 'en'"><xsl:value-of select="format-number(., '0.00')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(format-number(., '0.00'), '.', ',')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A line each, to sign on. -->
  <xsl:template match="assessors">
    <block-container keep-together.within-page="always">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[grading.sign]]</xsl:with-param></xsl:call-template>
      <table border-collapse="separate" table-layout="fixed" width="100%">
        <table-column column-width="proportional-column-width(1)" fox:header="true"/>
        <table-column column-width="35mm"/>
        <table-column column-width="70mm"/>
        <table-header>
          <table-row>
            <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.assessor]]</xsl:with-param></xsl:call-template>
            <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.sign_date]]</xsl:with-param></xsl:call-template>
            <xsl:call-template name="head-cell"><xsl:with-param name="text">[[exam_list.signature]]</xsl:with-param></xsl:call-template>
          </table-row>
        </table-header>
        <table-body>
          <xsl:for-each select="assessor">
            <table-row height="13mm">
              <xsl:call-template name="cell"><xsl:with-param name="text" select="@name"/></xsl:call-template>
              <xsl:call-template name="line-cell"/>
              <xsl:call-template name="line-cell"/>
            </table-row>
          </xsl:for-each>
        </table-body>
      </table>
    </block-container>
  </xsl:template>
</xsl:stylesheet>
