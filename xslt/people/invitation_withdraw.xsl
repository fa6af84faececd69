<?xml version="1.0" encoding="UTF-8"?>
<!-- An invitation taken back, with what it invited to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[invitation.withdraw_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/invitations">[[nav.invitations]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/invitations">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="invitation" mode="facts"/>
    <p class="pk-prose">[[invitation.withdraw_text]]</p>
    <ul class="ds-list"><xsl:apply-templates select="grants/grant" mode="item"/></ul>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="grant" mode="item"><li>[[role.{@role}]]<xsl:if test="@place">, <xsl:value-of select="@place"/></xsl:if></li></xsl:template>
  <xsl:template match="invitation" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.person]]</dt><dd><xsl:value-of select="@name"/></dd></div>
      <div><dt>[[column.email]]</dt><dd><xsl:value-of select="@email"/></dd></div>
      <div><dt>[[column.state]]</dt><dd><span class="ds-tag pk-tag" data-link="{@state}">[[link.{@state}]]</span></dd></div>
      <div><dt>[[column.until]]</dt><dd><time datetime="{@expires-at}"><xsl:value-of select="@expires-at-text"/></time></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
