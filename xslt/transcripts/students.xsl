<?xml version="1.0" encoding="UTF-8"?>
<!-- Students with attested results, of whom a transcript can be given out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[transcripts.students]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/results">[[results.title]]</a></li>
    <li><a class="ds-link" href="/transcripts">[[transcripts.title]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="students" mode="list"/></xsl:template>
  <xsl:template match="students" mode="empty"><p>[[transcripts.students_empty]]</p></xsl:template>
  <xsl:template match="student" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/students/{@id}/results"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td>
      <td data-label="[[column.programme]]"><xsl:value-of select="@programme"/></td>
      <td data-label="[[column.results]]" class="pk-number"><xsl:value-of select="@results"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
