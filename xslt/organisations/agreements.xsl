<?xml version="1.0" encoding="UTF-8"?>
<!-- The agreements that the viewer's organisations are parties to. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[agreements.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@edit-agreements = 1"><a class="ds-button" href="/agreements/new">[[agreement.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="agreements" mode="list"/>
  </xsl:template>
  <xsl:template match="agreements" mode="filters">
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
  <xsl:template match="agreement" mode="row">
    <tr>
      <td data-label="[[column.institution]]"><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></td>
      <th scope="row" data-label="[[column.site]]"><a class="ds-link" href="/agreements/{@id}"><xsl:value-of select="@site"/></a></th>
      <td data-label="[[column.reference]]"><xsl:value-of select="@reference"/></td>
      <td data-label="[[column.valid_from]]"><xsl:if test="@valid-from"><time datetime="{@valid-from}"><xsl:value-of select="@valid-from-text"/></time></xsl:if></td>
      <td data-label="[[column.valid_to]]"><xsl:if test="@valid-to"><time datetime="{@valid-to}"><xsl:value-of select="@valid-to-text"/></time></xsl:if></td>
      <td data-label="[[column.validity]]"><xsl:if test="@validity"><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="agreements" mode="empty">
    <p>[[agreements.empty]]</p>
    <xsl:if test="/page/viewer/@edit-agreements = 1"><p><a class="ds-button" href="/agreements/new">[[agreement.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
