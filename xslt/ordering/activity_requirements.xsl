<?xml version="1.0" encoding="UTF-8"?>
<!-- What an activity demands of a unit. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.requirements_edit]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-lead">[[activity.requirements_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
