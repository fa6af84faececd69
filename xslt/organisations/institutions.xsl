<?xml version="1.0" encoding="UTF-8"?>
<!-- All institutions of the region. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[institutions.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@administer = 1"><a class="ds-button" href="/institutions/new">[[institution.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="institutions" mode="list"/>
  </xsl:template>
  <xsl:template match="institution" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/institutions/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.short_name]]"><xsl:value-of select="@short-name"/></td>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality"/></td>
      <td data-label="[[column.programmes]]" class="pk-number"><xsl:value-of select="@programmes"/></td>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.phone]]" class="pk-nowrap"><xsl:value-of select="@phone"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="institutions" mode="empty">
    <p>[[institutions.empty]]</p>
    <xsl:if test="/page/viewer/@administer = 1"><p><a class="ds-button" href="/institutions/new">[[institution.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
