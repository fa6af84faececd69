<?xml version="1.0" encoding="UTF-8"?>
<!-- Who broke the glass, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transfer.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'openings'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@open-code = 1"><a class="ds-button" data-variant="secondary" href="/exams/{exam/@id}/open">[[open.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[openings.help]]</p>
    <xsl:apply-templates select="openings" mode="list"/>
  </xsl:template>
  <xsl:template match="openings" mode="empty"><p>[[openings.none]]</p></xsl:template>
  <xsl:template match="opening" mode="row">
    <tr>
      <th scope="row" data-label="[[column.at]]"><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></th>
      <td data-label="[[column.code]]"><span class="pk-nowrap"><xsl:value-of select="@code"/></span></td>
      <td data-label="[[column.student]]"><xsl:choose><xsl:when test="@student"><xsl:value-of select="@student"/></xsl:when><xsl:otherwise>[[openings.hidden]]</xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.by_whom]]"><xsl:choose><xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when><xsl:otherwise>[[history.protected]]</xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.reason]]"><xsl:choose><xsl:when test="@reason"><xsl:value-of select="@reason"/></xsl:when><xsl:otherwise>[[openings.hidden]]</xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
