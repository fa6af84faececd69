<?xml version="1.0" encoding="UTF-8"?>
<!-- A placement letter: what a student needs to know before the first day, on one page. Of a document with one <letter> or many in
     <letters>, and the <requirements> of their activity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions">
  <xsl:import href="print.xsl"/>

  <xsl:template match="page" mode="sheets">
    <xsl:param name="as"/>
    <xsl:choose>
      <xsl:when test="letter | letters/letter"><xsl:apply-templates select="letter | letters/letter" mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Nobody to write to. -->
  <xsl:template match="page" mode="organisation"><xsl:value-of select="activity/@institution-name"/></xsl:template>
  <xsl:template match="page" mode="body"><block>[[letter.none]]</block></xsl:template>

  <xsl:template match="letter" mode="organisation"><xsl:value-of select="@institution-name"/></xsl:template>
  <xsl:template match="letter" mode="about"><xsl:value-of select="/page/@today-text"/></xsl:template>
  <xsl:template match="letter" mode="heading">[[letter.heading]]</xsl:template>
  <xsl:template match="letter" mode="bookmark"><xsl:value-of select="@student"/></xsl:template>
  <xsl:template match="letter" mode="above">
    <block space-after="14mm" line-height="15pt">
      <block font-weight="bold"><xsl:value-of select="@student"/></block>
      <block><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></block>
      <xsl:if test="@class"><block>[[column.class]]<xsl:text> </xsl:text><xsl:value-of select="@class"/></block></xsl:if>
    </block>
  </xsl:template>

  <xsl:template match="letter" mode="body">
    <block space-after="5mm">[[letter.text]]</block>
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="48mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.activity]]</xsl:with-param><xsl:with-param name="value" select="@activity-name"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.period]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="days"/></xsl:with-param><xsl:with-param name="strong" select="1"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.unit]]</xsl:with-param><xsl:with-param name="value" select="@unit"/><xsl:with-param name="strong" select="1"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.site]]</xsl:with-param><xsl:with-param name="value" select="@site"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.address]]</xsl:with-param><xsl:with-param name="value"><xsl:value-of select="@address"/><xsl:if test="@address and @municipality">, </xsl:if><xsl:value-of select="@municipality"/></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[placement.site_contact]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="reach"><xsl:with-param name="email" select="@site-email"/><xsl:with-param name="phone" select="@site-phone"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.supervisor]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="who"><xsl:with-param name="name" select="@supervisor"/><xsl:with-param name="email" select="@supervisor-email"/><xsl:with-param name="phone" select="@supervisor-phone"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.lecturer]]</xsl:with-param><xsl:with-param name="value"><xsl:call-template name="who"><xsl:with-param name="name" select="@lecturer"/><xsl:with-param name="email" select="@lecturer-email"/><xsl:with-param name="phone" select="@lecturer-phone"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </table-body>
    </table>
    <xsl:if test="@details">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[letter.details]]</xsl:with-param></xsl:call-template>
      <xsl:call-template name="paragraph"><xsl:with-param name="text" select="@details"/></xsl:call-template>
    </xsl:if>
    <xsl:if test="/page/requirements/requirement">
      <xsl:call-template name="h2"><xsl:with-param name="text">[[letter.requirements]]</xsl:with-param><xsl:with-param name="id" select="concat(generate-id(), 'r')"/></xsl:call-template>
      <xsl:apply-templates select="/page/requirements" mode="items"/>
    </xsl:if>
    <xsl:if test="@institution-email or @institution-phone">
      <block space-before="7mm" keep-together.within-page="always">[[letter.questions]]<xsl:text> </xsl:text><xsl:call-template name="reach"><xsl:with-param name="email" select="@institution-email"/><xsl:with-param name="phone" select="@institution-phone"/></xsl:call-template></block>
    </xsl:if>
    <block space-before="7mm" keep-together.within-page="always" keep-with-previous.within-page="always">
      <block>[[letter.regards]]</block>
      <block font-weight="bold"><xsl:value-of select="@institution-name"/></block>
    </block>
  </xsl:template>

  <xsl:template name="who">
    <xsl:param name="name"/>
    <xsl:param name="email"/>
    <xsl:param name="phone"/>
    <xsl:if test="$name">
      <xsl:value-of select="$name"/><xsl:if test="$email or $phone">, </xsl:if>
      <xsl:call-template name="reach"><xsl:with-param name="email" select="$email"/><xsl:with-param name="phone" select="$phone"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
