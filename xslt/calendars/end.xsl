<?xml version="1.0" encoding="UTF-8"?>
<!-- The address of a calendar, to be ended. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[calendars.end]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/profile">[[layout.profile]]</a></li>
    <li><a class="ds-link" href="/profile/calendars">[[calendars.title]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:choose><xsl:when test="address/@name"><xsl:value-of select="address/@name"/></xsl:when><xsl:otherwise>[[calendars.own]]</xsl:otherwise></xsl:choose></p></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/profile/calendars">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[calendars.end_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
