<?xml version="1.0" encoding="UTF-8"?>
<!-- Reports: how far places have come, whether capacity meets need, which wishes were fulfilled, grades. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/chart.xsl"/>
  <xsl:import href="../lib/reports.xsl"/>

  <xsl:template match="page" mode="title">[[reports.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[reports.lead]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" data-variant="secondary">
      <xsl:attribute name="href">/reports/print<xsl:for-each select="needs/filter[@value != '']"><xsl:choose><xsl:when test="position() = 1">?</xsl:when><xsl:otherwise>&amp;</xsl:otherwise></xsl:choose><xsl:value-of select="@name"/>=<xsl:value-of select="@value"/></xsl:for-each></xsl:attribute>
      <xsl:text>[[prints.print]]</xsl:text>
    </a>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="needs" mode="choice"/>
    <xsl:apply-templates select="." mode="sections"/>
    <xsl:if test="not(funnel/step or received/step or professions/* or municipalities/* or wishes/* or scales/* or needs/need)">
      <div class="pk-empty" role="status"><p>[[reports.empty]]</p></div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="section">
    <xsl:param name="name"/>
    <section class="pk-section" aria-labelledby="{$name}">
      <h2 class="ds-heading" id="{$name}"><xsl:value-of select="pk:label('reports.', $name)"/></h2>
      <xsl:call-template name="section-charts"><xsl:with-param name="name" select="$name"/></xsl:call-template>
    </section>
  </xsl:template>

  <!-- What the report is of: the same choice for all of it. -->
  <xsl:template match="needs" mode="choice">
    <form class="pk-search" method="get" action="{/page/@path}" role="search" aria-label="[[reports.choose]]">
      <xsl:apply-templates select="@sort" mode="carried"/>
      <xsl:apply-templates select="." mode="filters"/>
      <button class="ds-button" data-variant="secondary" type="submit">[[list.show]]</button>
      <xsl:if test="filter[@value != ''] or @q != ''"><a class="ds-button" data-variant="tertiary" href="{/page/@path}">[[list.clear]]</a></xsl:if>
    </form>
  </xsl:template>
  <xsl:template match="needs" mode="filters">
    <xsl:if test="/page/terms/term"><xsl:call-template name="filter-terms"><xsl:with-param name="rows" select="/page/terms/term"/></xsl:call-template></xsl:if>
    <xsl:call-template name="filter-rows-any"><xsl:with-param name="name" select="'programme'"/><xsl:with-param name="rows" select="/page/programmes/programme"/></xsl:call-template>
    <xsl:call-template name="filter-rows-any"><xsl:with-param name="name" select="'institution'"/><xsl:with-param name="rows" select="/page/institutions/institution"/></xsl:call-template>
  </xsl:template>
  <!-- Nothing to choose among one. -->
  <xsl:template name="filter-rows-any">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:choose>
      <xsl:when test="count($rows) &gt; 1"><xsl:call-template name="filter-rows"><xsl:with-param name="name" select="$name"/><xsl:with-param name="rows" select="$rows"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = $name]"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The part of each profession in each municipality, as a list. -->
  <xsl:template match="needs" mode="whole">
    <div class="pk-list"><xsl:apply-templates select="." mode="list-table"/></div>
  </xsl:template>
  <xsl:template match="needs/column[@name = 'students_living' and not(/page/viewer/@institution-side = 1)]" priority="2"/>
  <xsl:template match="need" mode="row">
    <tr>
      <th scope="row" data-label="[[column.municipality]]"><xsl:value-of select="@municipality-name"/></th>
      <td data-label="[[column.programme]]"><xsl:value-of select="@programme-name"/></td>
      <td data-label="[[column.places_asked]]" class="pk-number"><xsl:value-of select="@places-asked"/></td>
      <td data-label="[[column.places_met]]" class="pk-number"><xsl:value-of select="@places-met"/></td>
      <td data-label="[[column.places_waiting]]" class="pk-number"><xsl:value-of select="@places-waiting"/></td>
      <td data-label="[[column.places_missing]]" class="pk-number"><xsl:value-of select="@places-missing"/></td>
      <xsl:if test="@students-living"><td data-label="[[column.students_living]]" class="pk-number"><xsl:value-of select="@students-living"/></td></xsl:if>
    </tr>
  </xsl:template>
</xsl:stylesheet>
