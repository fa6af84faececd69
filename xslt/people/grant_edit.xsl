<?xml version="1.0" encoding="UTF-8"?>
<!-- A role, changed: where in the place, and when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>

  <xsl:template match="page" mode="title">[[grant.edit_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/people">[[nav.people]]</a></li>
    <li><a class="ds-link" href="/people/{grant/@person}"><xsl:value-of select="grant/@person-name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/people/{/page/grant/@person}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="grant" mode="facts"/>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="grant" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.person]]</dt><dd><xsl:value-of select="@person-name"/></dd></div>
      <div><dt>[[column.role]]</dt><dd>[[role.{@role}]]<span class="pk-sub">[[role_can.{@role}]]</span></dd></div>
      <div><dt>[[column.organisation]]</dt><dd><xsl:choose><xsl:when test="@organisation"><xsl:value-of select="@organisation"/></xsl:when><xsl:otherwise>[[grant.region]]</xsl:otherwise></xsl:choose><xsl:if test="@activity"><span class="pk-sub"><xsl:value-of select="@activity"/></span></xsl:if></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
