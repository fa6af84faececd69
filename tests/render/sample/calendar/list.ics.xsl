<?xml version="1.0" encoding="UTF-8"?>
<!-- The list as a calendar: long lines, escaped text, labels. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/page">
    <xsl:text>BEGIN:VCALENDAR&#10;</xsl:text>
    <xsl:apply-templates select="activities/activity"/>
    <xsl:text>END:VCALENDAR&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="activity">
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(@name, '; ', @institution))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('status.', @status), ', ', @name, ', ', @starts-text, '–', @ends-text, '&#10;', @institution))"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>
</xsl:stylesheet>
