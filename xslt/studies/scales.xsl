<?xml version="1.0" encoding="UTF-8"?>
<!-- Grading scales: everybody's and the institution's own. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[scales.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@edit-scales = 1"><a class="ds-button" href="/scales/new">[[scale.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="scales" mode="list"/></xsl:template>
  <xsl:template match="scales" mode="filters">
    <xsl:if test="count(/page/institutions/institution) &gt; 1">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'institution'"/>
        <xsl:with-param name="rows" select="/page/institutions/institution"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="scales" mode="empty"><p>[[scales.empty]]</p></xsl:template>
  <xsl:template match="scales/column[@name = 'state']"/>
  <xsl:template match="scale" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/scales/{@id}"><xsl:value-of select="@name"/></a><xsl:if test="@state = 'closed'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[scale.closed]]</span></xsl:if></th>
      <td data-label="[[column.institution]]"><xsl:apply-templates select="." mode="whose"/></td>
      <td data-label="[[column.grades]]"><xsl:value-of select="@grades"/></td>
      <td data-label="[[column.versions]]" class="pk-number"><xsl:value-of select="@versions"/></td>
      <td data-label="[[column.modules]]" class="pk-number"><xsl:value-of select="@modules"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="scale" mode="whose"><span class="pk-quiet">[[scale.everybodys]]</span></xsl:template>
  <xsl:template match="scale[@institution]" mode="whose"><xsl:value-of select="@institution"/></xsl:template>
</xsl:stylesheet>
