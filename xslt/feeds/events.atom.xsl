<?xml version="1.0" encoding="UTF-8"?>
<!-- A partner's event feed as Atom (RFC 4287) with archived pages (RFC 5005). What an entry is about: xslt/schemas/events-1.rnc. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:key name="changes" match="change" use="@number"/>
  <xsl:variable name="address" select="concat(/page/@base, /page/@path)"/>
  <xsl:variable name="feed" select="/page/feed"/>

  <xsl:template match="/page">
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{@lang}">
      <id>urn:uuid:<xsl:value-of select="$feed/@uuid"/></id>
      <title>[[feeds.events]]</title>
      <updated><xsl:value-of select="$feed/@updated"/></updated>
      <author><name>Praktikum</name></author>
      <generator>Praktikum</generator>
      <link rel="self" type="application/atom+xml" href="{$address}">
        <xsl:if test="@query != ''"><xsl:attribute name="href"><xsl:value-of select="concat($address, '?', @query)"/></xsl:attribute></xsl:if>
      </link>
      <xsl:if test="$feed/@archive = 1"><link rel="current" type="application/atom+xml" href="{$address}"/></xsl:if>
      <xsl:if test="$feed/@before-page"><link rel="prev-archive" type="application/atom+xml" href="{$address}?page={$feed/@before-page}"/></xsl:if>
      <xsl:if test="$feed/@after-page"><link rel="next-archive" type="application/atom+xml" href="{$address}?page={$feed/@after-page}"/></xsl:if>
      <xsl:if test="$feed/@archive = 1"><archive xmlns="http://purl.org/syndication/history/1.0"/></xsl:if>
      <xsl:apply-templates select="entries/entry"/>
    </feed>
  </xsl:template>

  <xsl:template match="entry">
    <entry xmlns="http://www.w3.org/2005/Atom">
      <id>urn:uuid:<xsl:value-of select="@uuid"/></id>
      <title>[[event.{@kind}]]</title>
      <updated><xsl:value-of select="@told-at"/></updated>
      <published><xsl:value-of select="@at"/></published>
      <category term="{@kind}"/>
      <link rel="related" type="application/xml" href="{/page/@base}/feeds/{@feed}?since={@since}"/>
      <content type="application/xml">
        <event xmlns="urn:praktikum:events:1" number="{@number}" kind="{@kind}" thing="{@thing}" id="{@thing-id}">
          <xsl:if test="@version"><xsl:attribute name="version"><xsl:value-of select="@version"/></xsl:attribute></xsl:if>
          <xsl:if test="@institution"><xsl:attribute name="institution"><xsl:value-of select="@institution"/></xsl:attribute></xsl:if>
          <xsl:if test="@site"><xsl:attribute name="site"><xsl:value-of select="@site"/></xsl:attribute></xsl:if>
          <xsl:if test="@activity"><xsl:attribute name="activity"><xsl:value-of select="@activity"/></xsl:attribute></xsl:if>
          <xsl:apply-templates select="key('changes', @number)"/>
        </event>
      </content>
    </entry>
  </xsl:template>

  <xsl:template match="change">
    <change xmlns="urn:praktikum:events:1" field="{@field}">
      <xsl:if test="@from"><xsl:attribute name="from"><xsl:value-of select="@from"/></xsl:attribute></xsl:if>
      <xsl:if test="@to"><xsl:attribute name="to"><xsl:value-of select="@to"/></xsl:attribute></xsl:if>
    </change>
  </xsl:template>
</xsl:stylesheet>
