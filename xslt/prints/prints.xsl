<?xml version="1.0" encoding="UTF-8"?>
<!-- What the viewer had printed in the last week. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[prints.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[prints.lead]]</p></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="prints" mode="list"/></xsl:template>
  <xsl:template match="prints" mode="empty"><p>[[prints.empty]]</p></xsl:template>
  <xsl:template match="print" mode="row">
    <tr>
      <th scope="row" data-label="[[column.title]]"><a class="ds-link" href="/prints/{@id}"><xsl:choose><xsl:when test="@title"><xsl:value-of select="@title"/></xsl:when><xsl:otherwise>[[print.{@area}.{@name}]]</xsl:otherwise></xsl:choose></a></th>
      <td data-label="[[column.state]]"><xsl:apply-templates select="@state" mode="print-state"/></td>
      <td data-label="[[column.pages]]" class="pk-number"><xsl:value-of select="@pages"/></td>
      <td data-label="[[column.language]]">[[option.language.{@language}]]</td>
      <td data-label="[[column.asked_at]]" class="pk-nowrap"><time datetime="{@asked-at}"><xsl:value-of select="@asked-at-text"/></time></td>
    </tr>
  </xsl:template>
  <xsl:template match="@state" mode="print-state">
    <xsl:choose>
      <xsl:when test=". = 'made'"><span class="ds-tag pk-tag" data-color="success">[[print_state.made]]</span></xsl:when>
      <xsl:when test=". = 'failed'"><span class="ds-tag pk-tag" data-color="danger">[[print_state.failed]]</span></xsl:when>
      <xsl:when test=". = 'cancelled'"><span class="ds-tag pk-tag" data-color="neutral">[[print_state.cancelled]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="info">[[print_state.under_way]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
