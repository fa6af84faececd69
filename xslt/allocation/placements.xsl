<?xml version="1.0" encoding="UTF-8"?>
<!-- Students in placement now, those to come, those who were here. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/placement.xsl"/>

  <xsl:template match="page" mode="title">[[nav.students]]</xsl:template>
  <!-- As they are listed: the same filters. -->
  <xsl:template match="page" mode="actions">
    <xsl:if test="placements/@total &gt; 0">
      <a class="ds-button" data-variant="secondary"><xsl:attribute name="href">/students/by-site<xsl:call-template name="print-query"/></xsl:attribute>[[placements.print_sites]]</a>
      <a class="ds-button" data-variant="secondary"><xsl:attribute name="href">/students/by-supervisor<xsl:call-template name="print-query"/></xsl:attribute>[[placements.print_supervisors]]</a>
    </xsl:if>
  </xsl:template>
  <xsl:template name="print-query" pk:plain="yes">
    <xsl:variable name="query">
      <xsl:for-each select="placements/filter[@value != '']">&amp;<xsl:value-of select="@name"/>=<xsl:value-of select="@value"/></xsl:for-each>
      <xsl:if test="placements/@q != ''">&amp;q=<xsl:value-of select="substring-before(concat(substring-after(translate(placements/@csv, '?', '&amp;'), '&amp;q='), '&amp;'), '&amp;')"/></xsl:if>
    </xsl:variable>
    <xsl:if test="$query != ''">?<xsl:value-of select="substring($query, 2)"/></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <xsl:variable name="view" select="placements/filter[@name = 'view']/@value"/>
    <nav class="pk-tabs" aria-label="[[layout.tabs]]">
      <ul>
        <li><a href="/students"><xsl:if test="not($view != '') or $view = 'now'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[placements.now]]</a></li>
        <li><a href="/students?view=coming"><xsl:if test="$view = 'coming'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[placements.coming]]</a></li>
        <li><a href="/students?view=earlier"><xsl:if test="$view = 'earlier'"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[placements.earlier]]</a></li>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="placements" mode="list"/></xsl:template>

  <xsl:template match="placements" mode="filters">
    <xsl:apply-templates select="filter[@name = 'view'][@value != '']"/>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'institution'"/>
          <xsl:with-param name="rows" select="/page/institutions/institution"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/sites/site) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'site'"/>
          <xsl:with-param name="rows" select="/page/sites/site"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'site']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="placements" mode="empty">
    <xsl:choose>
      <xsl:when test="filter[@name = 'view']/@value = 'coming'"><p>[[placements.none_coming]]</p></xsl:when>
      <xsl:when test="filter[@name = 'view']/@value = 'earlier'"><p>[[placements.none_earlier]]</p></xsl:when>
      <xsl:otherwise><p>[[placements.none_now]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How to reach them stands behind the name; these are for the file. One's own side needs no column. -->
  <xsl:template match="placements/column[@name = 'ended_on' or @name = 'class' or @name = 'lecturer' or @name = 'student_email' or @name = 'student_phone']"/>
  <xsl:template match="placements/column[@name = 'institution' and not(/page/viewer/@site-side = 1 or /page/viewer/@supervisor = 1)]"/>
  <xsl:template match="placements/column[@name = 'site' and not(/page/viewer/@institution-side = 1 or /page/viewer/@lecturer = 1 or count(/page/sites/site) &gt; 1)]"/>
  <xsl:template match="placement" mode="row">
    <tr>
      <th scope="row" data-label="[[column.student]]"><a class="ds-link" href="/placements/{@id}"><xsl:apply-templates select="." mode="student"/></a><xsl:apply-templates select="." mode="broken-off"/></th>
      <td data-label="[[column.activity]]"><a class="ds-link" href="/activities/{@activity-id}/allocation"><xsl:value-of select="@activity"/></a><xsl:if test="@class"><xsl:text> </xsl:text><span class="pk-quiet"><xsl:value-of select="@class"/></span></xsl:if></td>
      <xsl:if test="/page/viewer/@institution-side = 1 or /page/viewer/@lecturer = 1 or count(/page/sites/site) &gt; 1"><td data-label="[[column.site]]"><xsl:value-of select="@site"/></td></xsl:if>
      <td data-label="[[column.unit]]"><xsl:value-of select="@unit"/></td>
      <td data-label="[[column.supervisor]]"><xsl:apply-templates select="." mode="supervisor"/></td>
      <td data-label="[[column.starts]]"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time></td>
      <td data-label="[[column.ends]]"><time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></td>
      <xsl:if test="/page/viewer/@site-side = 1 or /page/viewer/@supervisor = 1"><td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td></xsl:if>
    </tr>
  </xsl:template>
</xsl:stylesheet>
