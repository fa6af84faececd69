<?xml version="1.0" encoding="UTF-8"?>
<!-- A new activity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.new]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="instances/instance"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise>
        <div class="pk-empty"><p>[[activity.no_instances]]</p><p><a class="ds-button" href="/programmes">[[nav.programmes]]</a></p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel">
    <a class="ds-button" data-variant="tertiary" href="/calendar">[[word.cancel]]</a>
  </xsl:template>
</xsl:stylesheet>
