<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity again, in another term. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.copy]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-lead">[[activity.copy_help]]</p>
    <dl class="pk-facts">
      <div><dt>[[activity.copied_from]]</dt><dd><a class="ds-link" href="/activities/{activity/@id}"><xsl:value-of select="activity/@name"/></a></dd></div>
      <div><dt>[[column.period]]</dt><dd><xsl:apply-templates select="activity" mode="period"/></dd></div>
      <div><dt>[[activity.classes]]</dt><dd><xsl:value-of select="contents/@classes"/></dd></div>
      <div><dt>[[activity.requirements]]</dt><dd><xsl:value-of select="contents/@requirements"/></dd></div>
      <div><dt>[[nav.orders]]</dt><dd><xsl:value-of select="contents/@orders"/></dd></div>
    </dl>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="activity" mode="period"><xsl:call-template name="period"/></xsl:template>
</xsl:stylesheet>
