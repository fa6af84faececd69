<?xml version="1.0" encoding="UTF-8"?>
<!-- All placement sites of the region, by kind and municipality. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[sites.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@administer = 1"><a class="ds-button" href="/sites/new">[[site.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="sites" mode="list"/>
  </xsl:template>
  <xsl:template match="sites" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="values" select="'trust municipality school kindergarten firm other'"/>
      <xsl:with-param name="prefix" select="'kind.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-rows">
      <xsl:with-param name="name" select="'municipality'"/>
      <xsl:with-param name="rows" select="/page/municipalities/municipality"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="site" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/sites/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.kind]]">[[kind.{@kind}]]</td>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality"/></td>
      <td data-label="[[column.units]]" class="pk-number"><xsl:value-of select="@units"/></td>
      <td data-label="[[column.agreement]]"><xsl:if test="@agreement"><span class="ds-tag pk-tag" data-validity="valid">[[agreement.valid]]</span></xsl:if></td>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.phone]]" class="pk-nowrap"><xsl:value-of select="@phone"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="sites" mode="empty">
    <p>[[sites.empty]]</p>
    <xsl:if test="/page/viewer/@administer = 1"><p><a class="ds-button" href="/sites/new">[[site.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
