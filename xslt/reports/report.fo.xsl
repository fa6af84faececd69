<?xml version="1.0" encoding="UTF-8"?>
<!-- The report on paper: what was chosen, charts, and each profession in each municipality. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print.xsl"/>
  <xsl:import href="../lib/print_chart.xsl"/>
  <xsl:import href="../lib/reports.xsl"/>
  <xsl:import href="../lib/text.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="title">[[reports.one]]</xsl:template>
  <!-- The head has room for three names; more stand among the facts. -->
  <xsl:template match="page" mode="organisation"><xsl:choose><xsl:when test="chosen/@organisations &gt; 3">[[reports.organisations]]</xsl:when><xsl:otherwise><xsl:value-of select="chosen/@organisation"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="kicker"><xsl:value-of select="chosen/@person"/>, <xsl:value-of select="@today-text"/></xsl:template>
  <xsl:template match="page" mode="parts"><xsl:apply-templates select="." mode="sections"><xsl:with-param name="as" select="'bookmark'"/></xsl:apply-templates></xsl:template>
  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="chosen"/>
    <xsl:apply-templates select="." mode="sections"/>
  </xsl:template>

  <xsl:template match="chosen">
    <table table-layout="fixed" width="100%">
      <table-column column-width="45mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.term]]</xsl:with-param><xsl:with-param name="value"><xsl:choose><xsl:when test="@term"><xsl:call-template name="term"/></xsl:when><xsl:otherwise>[[list.all]]</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.programme]]</xsl:with-param><xsl:with-param name="value"><xsl:value-of select="@programme"/><xsl:if test="not(@programme)">[[list.all]]</xsl:if></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.institution]]</xsl:with-param><xsl:with-param name="value" select="@institution"/></xsl:call-template>
        <xsl:if test="@organisations &gt; 3"><xsl:call-template name="fact"><xsl:with-param name="name">[[column.organisation]]</xsl:with-param><xsl:with-param name="value" select="@organisation"/></xsl:call-template></xsl:if>
      </table-body>
    </table>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="name"/>
    <xsl:param name="as"/>
    <xsl:choose>
      <xsl:when test="$as = 'bookmark'"><xsl:call-template name="bookmark"><xsl:with-param name="text" select="pk:label('reports.', $name)"/><xsl:with-param name="id" select="$name"/></xsl:call-template></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="h2"><xsl:with-param name="text" select="pk:label('reports.', $name)"/><xsl:with-param name="id" select="$name"/></xsl:call-template>
        <xsl:call-template name="section-charts"><xsl:with-param name="name" select="$name"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="needs" mode="whole">
    <table table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(3)" fox:header="true"/>
      <table-column column-width="proportional-column-width(4)"/>
      <table-column column-width="proportional-column-width(1.4)"/>
      <table-column column-width="proportional-column-width(1.4)"/>
      <table-column column-width="proportional-column-width(1.4)"/>
      <table-column column-width="proportional-column-width(1.4)"/>
      <xsl:if test="need/@students-living"><table-column column-width="proportional-column-width(1.8)"/></xsl:if>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.municipality]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.programme]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.places_asked]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.places_met]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.places_waiting]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.places_missing]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
          <xsl:if test="need/@students-living"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.students_living]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="need" mode="row"/></table-body>
    </table>
    <xsl:if test="count(need) = 1000"><block space-before="3mm">[[reports.cut]]</block></xsl:if>
  </xsl:template>
  <xsl:template match="need" mode="row">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@municipality-name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@programme-name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@places-asked"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@places-met"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@places-waiting"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@places-missing"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:if test="@students-living"><xsl:call-template name="cell"><xsl:with-param name="text" select="@students-living"/><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
    </table-row>
  </xsl:template>
</xsl:stylesheet>
