<?xml version="1.0" encoding="UTF-8"?>
<!-- The institution's lecturer or coordinator for an activity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/roles.xsl"/>

  <xsl:template match="page" mode="title">[[roles.institution_new]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="roles-trail">
      <xsl:with-param name="activity" select="activity/@id"/>
      <xsl:with-param name="name" select="activity/@name"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/activity/@id}/roles">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
