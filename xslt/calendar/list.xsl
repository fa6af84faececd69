<?xml version="1.0" encoding="UTF-8"?>
<!-- The placement calendar: one line an occurrence, an activity or each of its classes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[nav.calendar]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/activities/new">[[activity.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <nav class="pk-tabs" aria-label="[[calendar.which]]">
      <ul>
        <xsl:choose>
          <xsl:when test="occurrences/filter[@name = 'status']/@value = 'all'">
            <li><a href="/calendar">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all" aria-current="page">[[calendar.all]]</a></li>
          </xsl:when>
          <xsl:when test="occurrences/filter[@name = 'status']/@value = 'completed'">
            <li><a href="/calendar">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed" aria-current="page">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all">[[calendar.all]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/calendar" aria-current="page">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all">[[calendar.all]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="occurrences" mode="list"/></xsl:template>
  <xsl:template match="occurrences" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'status'"/>
      <xsl:with-param name="values" select="'all planning ordered capacity_missing capacity_confirmed running completed cancelled'"/>
      <xsl:with-param name="prefix" select="'status.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-terms"><xsl:with-param name="rows" select="/page/terms/term"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="count(/page/programmes/programme) &gt; 1">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'programme'"/><xsl:with-param name="rows" select="/page/programmes/programme"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'programme']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'institution'"/><xsl:with-param name="rows" select="/page/institutions/institution"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/sites/site) &gt; 1 and count(/page/sites/site) &lt;= 60">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'site'"/><xsl:with-param name="rows" select="/page/sites/site"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'site']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="occurrences" mode="empty">
    <p>[[calendar.empty]]</p>
    <xsl:if test="/page/viewer/@plan = 1"><p><a class="ds-button" href="/activities/new">[[activity.new]]</a></p></xsl:if>
  </xsl:template>
  <!-- The end stands with the start and is for the file; staff of one institution need not read its name, nor a site what others
       want. -->
  <xsl:template match="occurrences/column[@name = 'ends']"/>
  <xsl:template match="occurrences/column[@name = 'institution' and ../occurrence/@own-only]"/>
  <xsl:template match="occurrences/column[@name = 'places_wanted' and ../occurrence/@foreign-only]"/>
  <xsl:template match="occurrences/column[@name = 'starts']">
    <th scope="col"><a class="pk-sort" href="{@href}">[[column.period]]</a></th>
  </xsl:template>
  <xsl:template match="occurrences/column[@name = 'starts' and @sorted = 'up']">
    <th scope="col" aria-sort="ascending"><a class="pk-sort" href="{@href}">[[column.period]]<span class="pk-icon pk-icon-up" aria-hidden="true"></span></a></th>
  </xsl:template>
  <xsl:template match="occurrences/column[@name = 'starts' and @sorted = 'down']">
    <th scope="col" aria-sort="descending"><a class="pk-sort" href="{@href}">[[column.period]]<span class="pk-icon pk-icon-down" aria-hidden="true"></span></a></th>
  </xsl:template>
  <!-- A class wants its own places; what is ordered and confirmed is the whole activity's. -->
  <xsl:template match="occurrence" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/activities/{@id}"><xsl:value-of select="@name"/></a></th>
      <xsl:if test="not(@own-only)"><td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td></xsl:if>
      <td data-label="[[column.period]]"><span class="pk-period"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time>–<time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></span><xsl:text> </xsl:text><span class="pk-weeks">[[format.weeks]]</span></td>
      <xsl:if test="not(@foreign-only)"><td data-label="[[column.places_wanted]]" class="pk-number"><xsl:value-of select="@places-wanted"/></td></xsl:if>
      <td data-label="[[column.places_ordered]]" class="pk-number"><xsl:value-of select="@places-ordered"/><xsl:if test="@class"><span class="pk-sub">[[calendar.in_all]]</span></xsl:if></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/><xsl:if test="@class"><span class="pk-sub">[[calendar.in_all]]</span></xsl:if></td>
      <td data-label="[[column.status]]"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
