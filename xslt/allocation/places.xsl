<?xml version="1.0" encoding="UTF-8"?>
<!-- The places of an allocation, unit by unit, and who is put there. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'places'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/groups">[[groups.title]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="workbench" mode="line"/>
    <xsl:apply-templates select="units" mode="list"/>
  </xsl:template>
  <xsl:template match="units" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'free full too_many'"/>
      <xsl:with-param name="prefix" select="'places.state_'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="units" mode="empty"><p>[[place.none]]</p><p><a class="ds-button" href="/activities/{/page/activity/@id}/sites">[[place.none_action]]</a></p></xsl:template>
  <xsl:template match="units/column[@name = 'site']"/>
  <xsl:template match="unit" mode="row">
    <tr>
      <th scope="row" data-label="[[column.unit]]"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@unit"/></a><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site"/></span></th>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality"/></td>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/><xsl:if test="@wished"><span class="pk-sub pk-nowrap"><xsl:text> </xsl:text>[[places.wished_first#@wished]]</span></xsl:if></td>
      <td data-label="[[column.taken]]" class="pk-number"><xsl:value-of select="@taken"/></td>
      <td data-label="[[column.remaining]]" class="pk-number"><xsl:apply-templates select="." mode="remaining"/></td>
      <td data-label="[[column.students]]">
        <xsl:value-of select="@students"/>
        <xsl:if test="/page/rights/@allocate = 1 and @taken &gt; 0"><span class="pk-sub"><xsl:text> </xsl:text><a class="ds-link" href="/activities/{/page/activity/@id}/board?unit={@id}">[[places.on_board]]<span class="ds-sr-only"> – <xsl:value-of select="@unit"/></span></a></span></xsl:if>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="unit" mode="remaining"><xsl:value-of select="@remaining"/></xsl:template>
  <xsl:template match="unit[@remaining &lt; 0]" mode="remaining"><span class="pk-late">[[places.too_many]]</span></xsl:template>
</xsl:stylesheet>
