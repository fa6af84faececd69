<?xml version="1.0" encoding="UTF-8"?>
<!-- What an invitation leads to: who invites, to what, and the first password. Of one that no longer works: why, and whom to ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[welcome.title]]</xsl:template>
  <xsl:template match="page[invitation/@state != 'open']" mode="title">[[welcome.ended]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="invitation"/></xsl:template>
  <xsl:template match="invitation">
    <p class="pk-prose">[[welcome.text]]</p>
    <ul class="pk-cards pk-granted"><xsl:apply-templates select="/page/grants/grant" mode="card"/></ul>
    <p class="pk-prose">[[welcome.choose]]</p>
    <xsl:apply-templates select="/page/form"/>
  </xsl:template>
  <xsl:template match="invitation[@state != 'open']">
    <p class="pk-prose">[[welcome.{@state}]]</p>
    <xsl:apply-templates select="." mode="next"/>
  </xsl:template>
  <!-- Whoever has been here before signs in; the others ask whoever invited them. -->
  <xsl:template match="invitation[@state = 'used']" mode="next">
    <p class="pk-buttons"><a class="ds-button" href="/sign-in">[[sign_in.title]]</a> <a class="ds-button" data-variant="secondary" href="/password/forgotten">[[forgotten.title]]</a></p>
  </xsl:template>
  <xsl:template match="invitation" mode="next">
    <p class="pk-prose">[[welcome.ask]] <a class="ds-link" href="mailto:{@inviter-email}"><xsl:value-of select="@inviter-email"/></a></p>
  </xsl:template>
  <xsl:template match="grant" mode="card">
    <li class="pk-card"><strong>[[role.{@role}]]</strong><span class="pk-sub"><xsl:value-of select="@place"/></span><span class="pk-sub">[[role_can.{@role}]]</span></li>
  </xsl:template>
  <!-- Which account the password is for, so that the browser may keep both. -->
  <xsl:template match="form" mode="fields">
    <div class="ds-field pk-field"><label for="username">[[column.email]]</label><input class="ds-input pk-medium" id="username" type="email" autocomplete="username" readonly="readonly" value="{/page/invitation/@email}"/></div>
    <xsl:apply-templates select="field"/>
  </xsl:template>
</xsl:stylesheet>
