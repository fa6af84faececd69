<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcripts that were given out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[transcripts.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:choose>
      <xsl:when test="viewer/@plan-exams = 1"><li><a class="ds-link" href="/results">[[results.title]]</a></li></xsl:when>
      <xsl:otherwise><li><a class="ds-link" href="/my-results">[[results.mine]]</a></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan-exams = 1"><a class="ds-button" href="/results/students">[[transcript.give]]</a></xsl:if>
    <a class="ds-button" data-variant="secondary" href="/verify">[[verify.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="transcripts" mode="list"/></xsl:template>
  <xsl:template match="transcripts" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'valid changed withdrawn'"/>
      <xsl:with-param name="prefix" select="'transcript_state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="transcripts" mode="empty"><p>[[transcripts.empty]]</p></xsl:template>
  <xsl:template match="transcript" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/transcripts/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td>
      <td data-label="[[column.made_at]]" class="pk-nowrap"><time datetime="{@made-at}"><xsl:value-of select="@made-at-text"/></time></td>
      <td data-label="[[column.results]]" class="pk-number"><xsl:value-of select="@results"/></td>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <td data-label="[[column.transcript_state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
