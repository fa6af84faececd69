<?xml version="1.0" encoding="UTF-8"?>
<!-- An order and what the site confirmed of it, on paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="pk:label('confirmation.title_', order/@state)"/> – <xsl:value-of select="order/@site-name"/></xsl:template>
  <xsl:template match="page" mode="heading"><xsl:value-of select="pk:label('confirmation.title_', order/@state)"/></xsl:template>
  <xsl:template match="page" mode="kicker"><xsl:value-of select="order/@activity-name"/></xsl:template>
  <xsl:template match="page" mode="organisation"><xsl:value-of select="order/@institution-name"/></xsl:template>
  <xsl:template match="page" mode="about"><xsl:value-of select="order/@site-name"/></xsl:template>
  <xsl:template match="page" mode="parts">
    <xsl:for-each select="units[unit]"><xsl:call-template name="bookmark"><xsl:with-param name="text">[[confirmation.units]]</xsl:with-param></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="order"/>
    <xsl:apply-templates select="units[unit]"/>
    <xsl:apply-templates select="requirements[requirement]"/>
    <xsl:apply-templates select="order" mode="said"/>
  </xsl:template>

  <xsl:template match="order">
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="45mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.places_confirmed]]</xsl:with-param><xsl:with-param name="value"><xsl:if test="@answer">[[order.confirmed_of]]</xsl:if></xsl:with-param><xsl:with-param name="strong" select="1"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[order.places_asked]]</xsl:with-param><xsl:with-param name="value"><xsl:if test="not(@answer)">[[word.places#@places]]</xsl:if></xsl:with-param><xsl:with-param name="strong" select="1"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.institution]]</xsl:with-param><xsl:with-param name="value" select="@institution-name"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.site]]</xsl:with-param><xsl:with-param name="value" select="@site-name"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.activity]]</xsl:with-param><xsl:with-param name="value" select="@activity-name"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.period]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="days"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.course]]</xsl:with-param><xsl:with-param name="value" select="concat(@course-code, ' ', @course-name, ', ', @programme-name)"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[confirmation.sent]]</xsl:with-param><xsl:with-param name="value" select="@sent-at-text"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[confirmation.answered]]</xsl:with-param><xsl:with-param name="value" select="@answered-at-text"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[confirmation.contact_institution]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="reach"><xsl:with-param name="email" select="@institution-email"/><xsl:with-param name="phone" select="@institution-phone"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[confirmation.contact_site]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="reach"><xsl:with-param name="email" select="@site-email"/><xsl:with-param name="phone" select="@site-phone"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </table-body>
    </table>
  </xsl:template>

  <xsl:template match="units">
    <xsl:call-template name="h2"><xsl:with-param name="text">[[confirmation.units]]</xsl:with-param></xsl:call-template>
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(1)" fox:header="true"/>
      <table-column column-width="30mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.unit]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.places]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="unit"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="unit">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@name"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@places"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
    </table-row>
  </xsl:template>

  <xsl:template match="requirements">
    <xsl:call-template name="h2"><xsl:with-param name="text">[[activity.requirements]]</xsl:with-param></xsl:call-template>
    <xsl:apply-templates select="." mode="items"/>
  </xsl:template>

  <!-- What each wrote to the other. -->
  <xsl:template match="order" mode="said">
    <xsl:if test="@message">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[order.message]]</xsl:with-param></xsl:call-template>
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="@message"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="@answer-message">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[order.the_answer]]</xsl:with-param><xsl:with-param name="id" select="concat(generate-id(), 'a')"/></xsl:call-template>
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="@answer-message"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
