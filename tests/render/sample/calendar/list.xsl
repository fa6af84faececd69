<?xml version="1.0" encoding="UTF-8"?>
<!-- A list of the size and kind of the placement calendar: what the bench renders. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:template match="page" mode="title">[[column.period]]</xsl:template>
  <xsl:template match="page" mode="content">
    <table class="pk-table">
      <thead><tr><xsl:for-each select="activities/column"><th><a href="{@href}">[[column.{@name}]]</a></th></xsl:for-each></tr></thead>
      <tbody><xsl:apply-templates select="activities/activity" mode="row"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="activity" mode="row">
    <tr class="pk-row pk-status-{@status}" id="activity-{@id}">
      <td data-label="[[column.site]]" class="pk-cell pk-cell-wide"><a class="ds-link" href="/activities/{@id}"><xsl:value-of select="@name"/></a><span class="pk-quiet"><xsl:value-of select="@course-code"/> · <xsl:value-of select="@institution"/></span></td>
      <td data-label="[[column.period]]" class="pk-cell"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time>–<time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time><span class="pk-quiet">[[week]]</span></td>
      <td data-label="[[column.places]]" class="pk-cell pk-number"><xsl:value-of select="@places-confirmed"/> / <xsl:value-of select="@places-wanted"/></td>
      <td class="pk-cell"><span class="ds-tag" data-color="{@color}">[[status.{@status}]]</span></td>
      <td class="pk-cell"><xsl:if test="@unanswered &gt; 0"><a class="ds-link" href="/activities/{@id}/sites?state=sent">[[state.sent]] <xsl:value-of select="@unanswered"/></a></xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
