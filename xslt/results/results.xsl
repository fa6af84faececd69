<?xml version="1.0" encoding="UTF-8"?>
<!-- Where results are to be entered or attested, and until when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[results.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan-exams = 1"><a class="ds-button" data-variant="secondary" href="/transcripts">[[transcripts.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <xsl:if test="part/@exams = 1">
      <nav class="pk-tabs" aria-label="[[layout.tabs]]">
        <ul>
          <xsl:choose>
            <xsl:when test="sources/filter[@name = 'kind']">
              <li><a href="/results">[[results.of_exams]]</a></li>
              <li><a href="/results?kind=placements" aria-current="page">[[results.of_placements]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/results" aria-current="page">[[results.of_exams]]</a></li>
              <li><a href="/results?kind=placements">[[results.of_placements]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="sources" mode="list"/></xsl:template>
  <xsl:template match="sources" mode="empty"><p>[[results.empty]]</p></xsl:template>

  <xsl:template match="sources" mode="filters">
    <xsl:apply-templates select="filter[@name = 'kind']"/>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'untouched draft ready late attested'"/>
      <xsl:with-param name="prefix" select="'results.with_'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Placement periods have no day that results are due on. -->
  <xsl:template match="sources[source[1]/@kind = 'activity']/column[@name = 'results_due']" priority="2"/>
  <xsl:template match="source" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><xsl:apply-templates select="." mode="link"/></th>
      <td data-label="[[column.ends]]"><time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></td>
      <xsl:if test="@kind = 'session'">
        <td data-label="[[column.results_due]]">
          <time datetime="{@results-due}"><xsl:value-of select="@results-due-text"/></time>
          <xsl:if test="@days-late and @unfinished = 1"><span class="pk-sub pk-late">[[results.late#@days-late]]</span></xsl:if>
        </td>
      </xsl:if>
      <td data-label="[[column.untouched]]" class="pk-number"><xsl:value-of select="@untouched"/></td>
      <td data-label="[[column.drafts]]" class="pk-number"><xsl:value-of select="@drafts"/></td>
      <td data-label="[[column.ready]]" class="pk-number"><xsl:value-of select="@ready"/></td>
      <td data-label="[[column.attested]]" class="pk-number"><xsl:value-of select="@attested"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="source" mode="link"><a class="ds-link" href="/exam-sessions/{@id}/results"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="source[@kind = 'activity']" mode="link"><a class="ds-link" href="/activities/{@id}/results"><xsl:value-of select="@name"/></a></xsl:template>
</xsl:stylesheet>
