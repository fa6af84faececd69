<?xml version="1.0" encoding="UTF-8"?>
<!-- A site's coordinator or supervisor for an activity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/roles.xsl"/>

  <xsl:template match="page" mode="title">[[roles.site_new]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="roles-trail">
      <xsl:with-param name="activity" select="order/@activity"/>
      <xsl:with-param name="name" select="order/@activity-name"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="order" mode="lead"/></xsl:template>
  <xsl:template match="order" mode="lead">
    <p class="pk-lead"><xsl:value-of select="@site-name"/><xsl:text> · </xsl:text><xsl:call-template name="period"/></p>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="people/person or form/error"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[roles.nobody_to_choose]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/order/@activity}/roles">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
