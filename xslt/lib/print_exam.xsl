<?xml version="1.0" encoding="UTF-8"?>
<!-- What prints of an exam session share: what stands over each, and boxes and lines to fill in by hand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="print.xsl"/>

  <xsl:template match="page" mode="title">[[print.{@area}.{@name}]] – <xsl:value-of select="session/@name | exam/@name"/></xsl:template>
  <xsl:template match="page" mode="heading"><xsl:value-of select="session/@name | exam/@name"/></xsl:template>
  <xsl:template match="page" mode="kicker">[[print.{@area}.{@name}]]</xsl:template>
  <xsl:template match="page" mode="organisation"><xsl:value-of select="session/@institution-name | exam/@institution-name"/></xsl:template>
  <xsl:template match="page" mode="about"><xsl:for-each select="session | exam"><xsl:call-template name="exam-time"/></xsl:for-each></xsl:template>

  <!-- When and where, of what. -->
  <xsl:template match="session" mode="facts">
    <table table-layout="fixed" width="100%" space-after="5mm">
      <table-column column-width="35mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[exam.when]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="exam-time"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.place]]</xsl:with-param><xsl:with-param name="value" select="@place"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.courses]]</xsl:with-param><xsl:with-param name="value" select="@courses"/></xsl:call-template>
        <xsl:if test="/page/candidates/candidate"><xsl:call-template name="fact"><xsl:with-param name="name">[[exam.part_candidates]]</xsl:with-param><xsl:with-param name="value" select="count(/page/candidates/candidate)"/></xsl:call-template></xsl:if>
      </table-body>
    </table>
  </xsl:template>

  <!-- "11.09.2027 kl. 08.30–11.30", as lib/exams.xsl says it on pages. -->
  <xsl:template name="exam-time" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@date-mode = 'none'">[[exam.no_date]]</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text>[[exam.at]]<xsl:text> </xsl:text><xsl:apply-templates select="@starts-at" mode="clock"/>
        <xsl:text>–</xsl:text>
        <xsl:if test="@date-mode = 'period'"><xsl:value-of select="@ends-on-text"/><xsl:text> </xsl:text>[[exam.at]]<xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="@ends-at" mode="clock"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@*" mode="clock" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="starts-with(/page/@lang, 'n')"><xsl:value-of select="translate(., ':', '.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name to be called; of who is protected none lies about. -->
  <xsl:template match="candidate" mode="called" pk:plain="yes">
    <xsl:value-of select="@name"/>
    <xsl:if test="not(@name)">[[exam_list.protected]]</xsl:if>
  </xsl:template>
  <xsl:template match="candidate" mode="of-course" pk:plain="yes"><xsl:if test="contains(/page/session/@courses, ',')"><xsl:value-of select="@course-code"/></xsl:if></xsl:template>
  <xsl:template match="candidate" mode="own-end" pk:plain="yes"><xsl:if test="@extra-minutes &gt; 0 and @own-ends-at"><xsl:apply-templates select="@own-ends-at" mode="clock"/></xsl:if></xsl:template>

  <!-- To be ticked, and to be written on. -->
  <xsl:template name="box-cell">
    <table-cell padding="2.2mm 2mm 1.4mm 0" border-bottom="0.5pt solid #d5dae0"><block text-align="center" font-size="8pt"><inline border="0.7pt solid #4d565f" padding="0 1.6mm">&#160;</inline></block></table-cell>
  </xsl:template>
  <xsl:template name="line-cell">
    <table-cell padding="1.4mm 2mm 1.4mm 0" border-bottom="0.5pt solid #d5dae0" border-left="0.8pt solid #8a949e"><block/></table-cell>
  </xsl:template>
  <!-- Short rows in two columns, downwards and then to the right: who looks for a code reads a column. match="X" mode="pair" gives the two cells
       of one. -->
  <xsl:template name="pairs">
    <xsl:param name="rows"/>
    <xsl:variable name="half" select="ceiling(count($rows) div 2)"/>
    <xsl:for-each select="$rows[position() &lt;= $half]">
      <xsl:variable name="other" select="$rows[position() = $half + count(current()/preceding-sibling::*) + 1]"/>
      <table-row keep-together.within-page="always">
        <xsl:apply-templates select="." mode="pair"/>
        <xsl:apply-templates select="$other" mode="pair"/>
        <xsl:if test="not($other)"><table-cell number-columns-spanned="2"><block/></table-cell></xsl:if>
      </table-row>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="nobody"><block color="#4d565f">[[candidates.empty]]</block></xsl:template>
</xsl:stylesheet>
