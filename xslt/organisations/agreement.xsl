<?xml version="1.0" encoding="UTF-8"?>
<!-- An agreement between an institution and a site. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[agreement.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/agreements">[[nav.agreements]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><div class="pk-lead"><xsl:apply-templates select="agreement" mode="validity"/></div></xsl:template>
  <xsl:template match="agreement" mode="validity"><xsl:if test="@validity"><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></xsl:if></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/agreements/{agreement/@id}/edit">[[agreement.edit_button]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="agreement" mode="facts"/>
    <xsl:if test="agreement/@note">
    <section class="pk-section" aria-labelledby="note">
      <div class="pk-section-head"><h2 class="ds-heading" id="note">[[agreement.note]]</h2></div>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="agreement/@note"/></xsl:call-template>
    </section>
    </xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="agreement" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></dd></div>
      <div><dt>[[column.site]]</dt><dd><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></dd></div>
      <xsl:if test="@reference"><div><dt>[[column.reference]]</dt><dd><xsl:value-of select="@reference"/></dd></div></xsl:if>
      <div><dt>[[column.valid_from]]</dt><dd><xsl:if test="@valid-from"><time datetime="{@valid-from}"><xsl:value-of select="@valid-from-text"/></time></xsl:if></dd></div>
      <xsl:if test="@valid-to"><div><dt>[[column.valid_to]]</dt><dd><xsl:if test="@valid-to"><time datetime="{@valid-to}"><xsl:value-of select="@valid-to-text"/></time></xsl:if></dd></div></xsl:if>
      <xsl:if test="not(@valid-to)"><div><dt>[[column.valid_to]]</dt><dd>[[agreement.until_ended]]</dd></div></xsl:if>
    </dl>
  </xsl:template>
</xsl:stylesheet>
