<?xml version="1.0" encoding="UTF-8"?>
<!-- Study programmes of the viewer's institutions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[programmes.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/programmes/new">[[programme.new]]</a></xsl:if>
    <xsl:if test="viewer/@see-studies = 1"><a class="ds-button" data-variant="secondary" href="/scales">[[scales.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="programmes" mode="list"/>
  </xsl:template>
  <xsl:template match="programmes" mode="filters">
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'institution'"/>
          <xsl:with-param name="rows" select="/page/institutions/institution"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="programme" mode="row">
    <tr>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/programmes/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.institution]]"><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></td>
      <td data-label="[[column.courses]]" class="pk-number"><xsl:value-of select="@courses"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="programmes" mode="empty">
    <p>[[programmes.empty]]</p>
    <xsl:if test="/page/viewer/@plan = 1"><p><a class="ds-button" href="/programmes/new">[[programme.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
