<?xml version="1.0" encoding="UTF-8"?>
<!-- Students in placement as a table a sheet. The print says which rows begin a sheet and share it: match="page" mode="sheets" selects
     the first of each, match="placement" mode="rows" all of its sheet. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="print.xsl"/>

  <xsl:template match="page" mode="orientation">landscape</xsl:template>
  <xsl:template match="page" mode="title">[[print.{@area}.{@name}]]<xsl:text>, </xsl:text><xsl:value-of select="pk:label('placement_list.', list/@view)"/></xsl:template>
  <xsl:template match="page" mode="organisation">Praktikum</xsl:template>
  <xsl:template match="page" mode="body"><block>[[placement_list.none]]</block></xsl:template>
  <xsl:template match="placement" mode="about"><xsl:apply-templates select="/page" mode="title"/></xsl:template>

  <xsl:template match="placement" mode="body">
    <xsl:if test="/page/list/@students &gt; /page/list/@printed"><xsl:for-each select="/page/list"><block space-after="3mm">[[placement_list.part]]</block></xsl:for-each></xsl:if>
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(20)" fox:header="true"/>
      <table-column column-width="proportional-column-width(24)"/>
      <table-column column-width="proportional-column-width(20)"/>
      <table-column column-width="44mm"/>
      <table-column column-width="proportional-column-width(18)"/>
      <table-column column-width="proportional-column-width(26)"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.student]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.activity]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.unit]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.period]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="other-head"/></xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[placement_list.contact]]</xsl:with-param></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="." mode="rows"/></table-body>
    </table>
  </xsl:template>

  <xsl:template match="placement" mode="row">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@student"/><xsl:with-param name="sub"><xsl:if test="@class">[[column.class]]<xsl:text> </xsl:text><xsl:value-of select="@class"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@activity"/><xsl:with-param name="sub" select="@institution"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@unit"/><xsl:with-param name="sub"><xsl:apply-templates select="." mode="unit-sub"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:call-template name="days"/></xsl:with-param><xsl:with-param name="sub"><xsl:if test="@ended-on">[[placement_list.ended]]<xsl:text> </xsl:text><xsl:value-of select="@ended-on-text"/></xsl:if></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="other"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:call-template name="breaking"><xsl:with-param name="text" select="@student-email"/></xsl:call-template></xsl:with-param><xsl:with-param name="sub" select="@student-phone"/></xsl:call-template>
    </table-row>
  </xsl:template>
  <!-- An e-mail address, with a space of no width where it may go on in the next line: before its @, after each dot. -->
  <xsl:template name="breaking" pk:plain="yes">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '.')">
        <xsl:call-template name="breaking"><xsl:with-param name="text" select="substring-before($text, '.')"/></xsl:call-template>
        <xsl:text>.&#8203;</xsl:text>
        <xsl:call-template name="breaking"><xsl:with-param name="text" select="substring-after($text, '.')"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="contains($text, '@')"><xsl:value-of select="concat(substring-before($text, '@'), '&#8203;@', substring-after($text, '@'))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Whom it is not sorted by: who else follows the student. -->
  <xsl:template match="placement" mode="other-head">[[column.supervisor]]</xsl:template>
  <xsl:template match="placement" mode="other"><xsl:value-of select="@supervisor"/></xsl:template>
  <xsl:template match="placement" mode="unit-sub"/>
</xsl:stylesheet>
