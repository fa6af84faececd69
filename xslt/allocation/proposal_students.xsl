<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a proposal would have everyone; for those who allocate each name leads to the reasons. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:template match="page" mode="title">[[proposal_students.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="proposal-trail-own"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="proposal" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="students" mode="list"/></xsl:template>

  <xsl:template match="students" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'wish'"/>
      <xsl:with-param name="values" select="'first second third later none unsaid unplaced'"/>
      <xsl:with-param name="prefix" select="'wish_filter.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'change'"/>
      <xsl:with-param name="values" select="'changed put moved out same locked'"/>
      <xsl:with-param name="prefix" select="'change_filter.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="student" mode="row">
    <tr>
      <th scope="row" data-label="[[column.student]]">
        <xsl:choose>
          <xsl:when test="/page/rights/@reasons = 1"><a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@id}"><xsl:value-of select="@student"/></a></xsl:when>
          <xsl:when test="@student"><xsl:value-of select="@student"/></xsl:when>
          <xsl:otherwise>[[proposal.protected]]</xsl:otherwise>
        </xsl:choose>
      </th>
      <td data-label="[[column.class]]"><xsl:value-of select="@class"/></td>
      <td data-label="[[column.site]]"><xsl:if test="@site-id"><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></xsl:if></td>
      <td data-label="[[column.unit]]"><xsl:choose><xsl:when test="@unit-id"><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a></xsl:when><xsl:otherwise><span class="ds-tag pk-tag" data-color="danger">[[proposal.no_place]]</span></xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.wish]]"><xsl:choose><xsl:when test="@wish">[[proposal.wish_of]]</xsl:when><xsl:when test="@wishes = 0">[[proposal.no_wishes]]</xsl:when><xsl:when test="@unit-id">[[proposal.wish_not]]</xsl:when></xsl:choose></td>
      <td data-label="[[column.km]]" class="pk-number"><xsl:if test="@km">[[explain.km]]</xsl:if></td>
      <td data-label="[[column.change]]"><xsl:choose><xsl:when test="@locked = 1">[[change_filter.locked]]</xsl:when><xsl:when test="@change = 'moved' or @change = 'out'">[[proposal.from_unit]]</xsl:when><xsl:when test="@change = 'put'">[[change_filter.put]]</xsl:when></xsl:choose></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
