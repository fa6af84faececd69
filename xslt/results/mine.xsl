<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's own results. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[results.mine]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="results/result">
      <a class="ds-button" href="/students/{viewer/@person}/transcripts/new">[[transcript.give]]</a>
      <a class="ds-button" data-variant="secondary" href="/transcripts">[[transcripts.title]]</a>
      <a class="ds-link pk-download" href="/students/{viewer/@person}/results.elmo"><span class="pk-icon pk-icon-download" aria-hidden="true"></span>[[transcript.elmo]]</a>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="results" mode="list"/></xsl:template>
  <xsl:template match="results" mode="empty"><p>[[results.mine_empty]]</p></xsl:template>
  <!-- Below the course. -->
  <xsl:template match="results/column[@name = 'module']"/>
  <xsl:template match="result" mode="row">
    <tr>
      <th scope="row" data-label="[[column.course]]">
        <a class="ds-link" href="/results/{@id}"><xsl:value-of select="@course"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></a>
        <xsl:if test="@module"><span class="pk-sub"><xsl:value-of select="@module"/><xsl:text> </xsl:text><xsl:value-of select="@module-name"/></span></xsl:if>
      </th>
      <td data-label="[[column.exam]]"><xsl:value-of select="@exam"/></td>
      <td data-label="[[column.grade]]"><strong><xsl:value-of select="@grade"/></strong><xsl:if test="@changed = 1"><span class="pk-sub">[[results.was_changed]]</span></xsl:if></td>
      <td data-label="[[column.points]]" class="pk-number"><xsl:value-of select="@points"/></td>
      <td data-label="[[column.credits]]" class="pk-number"><xsl:value-of select="@credits-text"/></td>
      <td data-label="[[column.examined_on]]"><time datetime="{@examined-on}"><xsl:value-of select="@examined-on-text"/></time></td>
      <td data-label="[[column.attested_at]]"><time datetime="{@attested-at}"><xsl:value-of select="@attested-at-text"/></time></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
