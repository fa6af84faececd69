<?xml version="1.0" encoding="UTF-8"?>
<!-- The address of an institution's calendar, of the viewer alone. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/calendar_address.xsl"/>

  <xsl:template match="page" mode="title">[[calendars.subscribe]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/institutions">[[nav.institutions]]</a></li>
    <li><a class="ds-link" href="/institutions/{place/@id}"><xsl:value-of select="place/@name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[calendars.institution_help]]</p></xsl:template>
  <xsl:template match="page" mode="content"><xsl:call-template name="calendar-address"/></xsl:template>
  <xsl:template match="link" mode="calendar-path">/calendars/place</xsl:template>
</xsl:stylesheet>
