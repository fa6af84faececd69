<?xml version="1.0" encoding="UTF-8"?>
<!-- Students of an activity who go together. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title">[[groups.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'places'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@allocate-now = 1 and activity/@status != 'completed'"><a class="ds-button" href="/activities/{activity/@id}/groups/new">[[groups.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="groups" mode="list"/></xsl:template>
  <xsl:template match="groups" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="values" select="'tandem car_pool other'"/>
      <xsl:with-param name="prefix" select="'group_kind.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="groups" mode="empty"><p>[[groups.empty]]</p></xsl:template>
  <xsl:template match="groups/column[@name = 'site']"/>
  <xsl:template match="group" mode="row">
    <tr>
      <th scope="row" data-label="[[column.students]]">
        <xsl:value-of select="@students"/>
        <xsl:if test="/page/rights/@allocate = 1">
          <span class="pk-sub">
            <xsl:text> </xsl:text>
            <a class="ds-link" href="/groups/{@id}/edit">[[groups.edit]]<span class="ds-sr-only"> – <xsl:value-of select="@students"/></span></a>
            <xsl:text> · </xsl:text>
            <a class="ds-link" href="/groups/{@id}/dissolve">[[groups.dissolve]]<span class="ds-sr-only"> – <xsl:value-of select="@students"/></span></a>
          </span>
        </xsl:if>
      </th>
      <td data-label="[[column.kind]]">[[group_kind.{@kind}]]</td>
      <td data-label="[[column.unit]]">
        <xsl:choose>
          <xsl:when test="@parted = 1"><span class="ds-tag pk-tag" data-color="warning">[[board.parted]]</span></xsl:when>
          <xsl:when test="@unit"><xsl:value-of select="@unit"/><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site"/></span></xsl:when>
          <xsl:otherwise><span class="pk-quiet">[[board.nowhere]]</span></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
