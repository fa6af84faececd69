<?xml version="1.0" encoding="UTF-8"?>
<!-- A transcript of results on paper, with what anybody verifies it by. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="../lib/print.xsl"/>
  <xsl:import href="../lib/text.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="title">[[transcript.title]] – <xsl:value-of select="transcript/@name"/></xsl:template>
  <xsl:template match="page" mode="heading">[[transcript.title]]</xsl:template>
  <xsl:template match="page" mode="organisation"><xsl:value-of select="transcript/@institution"/></xsl:template>
  <xsl:template match="page" mode="about"><xsl:value-of select="transcript/@name"/></xsl:template>
  <xsl:template match="page" mode="parts">
    <xsl:for-each select="results"><xsl:call-template name="bookmark"><xsl:with-param name="text">[[transcript.results]]</xsl:with-param></xsl:call-template></xsl:for-each>
    <xsl:for-each select="transcript"><xsl:call-template name="bookmark"><xsl:with-param name="text">[[transcript.verify_at]]</xsl:with-param></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template match="page" mode="body">
    <xsl:apply-templates select="transcript" mode="facts"/>
    <xsl:apply-templates select="results"/>
    <xsl:apply-templates select="scales"/>
    <xsl:apply-templates select="transcript" mode="verify"/>
  </xsl:template>

  <xsl:template match="transcript" mode="facts">
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="45mm" fox:header="true"/>
      <table-column column-width="proportional-column-width(1)"/>
      <table-body>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.name]]</xsl:with-param><xsl:with-param name="value" select="@name"/><xsl:with-param name="strong" select="1"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.institution]]</xsl:with-param><xsl:with-param name="value" select="@institution"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.programme]]</xsl:with-param><xsl:with-param name="value" select="@programme"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[column.made_at]]</xsl:with-param><xsl:with-param name="value" select="@made-at-text"/></xsl:call-template>
        <xsl:call-template name="fact"><xsl:with-param name="name">[[transcript.credits]]</xsl:with-param><xsl:with-param name="value" select="@credits-text"/></xsl:call-template>
      </table-body>
    </table>
  </xsl:template>

  <xsl:template match="results">
    <xsl:call-template name="h2"><xsl:with-param name="text">[[transcript.results]]</xsl:with-param></xsl:call-template>
    <table border-collapse="separate" table-layout="fixed" width="100%">
      <table-column column-width="proportional-column-width(1)" fox:header="true"/>
      <table-column column-width="22mm"/>
      <table-column column-width="32mm"/>
      <table-column column-width="26mm"/>
      <table-column column-width="26mm"/>
      <table-header>
        <table-row>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.course]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.term]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.examined_on]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.grade]]</xsl:with-param></xsl:call-template>
          <xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.credits]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template>
        </table-row>
      </table-header>
      <table-body><xsl:apply-templates select="result"/></table-body>
    </table>
  </xsl:template>
  <xsl:template match="result">
    <table-row keep-together.within-page="always">
      <xsl:call-template name="cell">
        <xsl:with-param name="text" select="concat(@course, ' ', @course-name)"/>
        <xsl:with-param name="sub"><xsl:if test="@module"><xsl:value-of select="concat(@module, ' ', @module-name)"/></xsl:if></xsl:with-param>
      </xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:call-template name="term"/></xsl:with-param></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@examined-on-text"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@grade"/></xsl:call-template>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@credits-text"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
    </table-row>
  </xsl:template>

  <xsl:template match="scales">
    <block space-before="4mm" font-size="8.5pt" line-height="11.5pt" color="#4d565f">[[transcript.scales]]. [[transcript.scale]]</block>
    <xsl:apply-templates select="scale"/>
  </xsl:template>
  <xsl:template match="scale">
    <block font-size="8.5pt" line-height="11.5pt" color="#4d565f"><xsl:value-of select="@passes"/><xsl:if test="@fails">; [[transcript.not_passed]]</xsl:if></block>
  </xsl:template>

  <!-- The address with its code, and both apart, for who types them. -->
  <xsl:template match="transcript" mode="verify">
    <xsl:variable name="address" select="concat(/page/@base, '/verify')"/>
    <block keep-together.within-page="always" space-before="9mm" padding="4mm" margin="0" border="0.75pt solid #8a949e">
      <block role="H2" id="h{generate-id()}" font-size="12.5pt" line-height="17pt" font-weight="bold" space-after="1mm"><xsl:text>[[transcript.verify_at]]</xsl:text></block>
      <block space-after="2mm">[[transcript.verify_text]]</block>
      <block><inline color="#4d565f">[[transcript.address]]: </inline><basic-link external-destination="url('{$address}?code={@code}')" fox:alt-text="{$address}?code={@code}" color="#0a4a8f"><xsl:value-of select="$address"/></basic-link></block>
      <block><inline color="#4d565f">[[transcript.code]]: </inline><inline font-weight="bold" font-size="12pt" letter-spacing="0.4pt"><xsl:value-of select="@code"/></inline></block>
    </block>
  </xsl:template>
</xsl:stylesheet>
