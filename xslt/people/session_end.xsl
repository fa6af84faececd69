<?xml version="1.0" encoding="UTF-8"?>
<!-- One device signed out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/device.xsl"/>

  <xsl:template match="page" mode="title">[[session.end_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/profile">[[profile.title]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/profile">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="session" mode="facts"/>
    <p class="pk-prose">[[session.end_text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="session" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.device]]</dt><dd><xsl:call-template name="device"/></dd></div>
      <div><dt>[[column.network]]</dt><dd><xsl:value-of select="@address"/></dd></div>
      <div><dt>[[column.first_seen]]</dt><dd><time datetime="{@created-at}"><xsl:value-of select="@created-at-text"/></time></dd></div>
      <div><dt>[[column.last_seen]]</dt><dd><time datetime="{@seen-at}"><xsl:value-of select="@seen-at-text"/></time></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
