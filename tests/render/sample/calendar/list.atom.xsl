<?xml version="1.0" encoding="UTF-8"?>
<!-- The list as a feed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:template match="/page">
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{@lang}">
      <title>[[column.period]]</title>
      <xsl:apply-templates select="activities/activity"/>
    </feed>
  </xsl:template>
  <xsl:template match="activity">
    <entry xmlns="http://www.w3.org/2005/Atom">
      <title><xsl:value-of select="@name"/></title>
      <link href="/activities/{@id}"/>
      <summary>[[status.{@status}]]</summary>
    </entry>
  </xsl:template>
</xsl:stylesheet>
