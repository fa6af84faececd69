<?xml version="1.0" encoding="UTF-8"?>
<!-- A person's notices as Atom (RFC 4287). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/notice.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/page">
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{@lang}">
      <id>urn:uuid:<xsl:value-of select="feed/@uuid"/></id>
      <title>[[notices.feed_title]]</title>
      <updated><xsl:value-of select="feed/@updated"/></updated>
      <link rel="self" type="application/atom+xml" href="{@base}{@path}.atom?{@query}"/>
      <link rel="alternate" type="text/html" href="{@base}/notices"/>
      <author><name>Praktikum</name></author>
      <generator>Praktikum</generator>
      <xsl:apply-templates select="notices/notice"/>
    </feed>
  </xsl:template>

  <xsl:template match="notice">
    <entry xmlns="http://www.w3.org/2005/Atom">
      <id>urn:uuid:<xsl:value-of select="@uuid"/></id>
      <title>[[notice.{@notice}]]<xsl:if test="@activity"> – <xsl:value-of select="@activity"/></xsl:if></title>
      <updated><xsl:value-of select="@created-at"/></updated>
      <published><xsl:value-of select="@created-at"/></published>
      <link rel="alternate" type="text/html" href="{/page/@base}{@address}">
        <xsl:if test="not(@address)"><xsl:attribute name="href"><xsl:value-of select="/page/@base"/>/notices</xsl:attribute></xsl:if>
      </link>
      <xsl:if test="@by-whom"><author><name><xsl:value-of select="@by-whom"/></name></author></xsl:if>
      <category term="{@topic}" label="[[topic.{@topic}]]"/>
      <summary><xsl:choose><xsl:when test="@address"><xsl:apply-templates select="." mode="about"/></xsl:when><xsl:otherwise>[[notices.no_longer]]</xsl:otherwise></xsl:choose></summary>
    </entry>
  </xsl:template>
</xsl:stylesheet>
