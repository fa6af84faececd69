<?xml version="1.0" encoding="UTF-8"?>
<!-- What is ready of an exam session, to be attested. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/results_attest.xsl"/>

  <xsl:template match="page" mode="title">[[results.attest]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="exam-trail-below"/>
    <li><a class="ds-link" href="/exam-sessions/{session/@id}/results">[[exam.part_results]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/><xsl:apply-templates select="modules[module]"/></xsl:template>
  <xsl:template match="page" mode="content"><xsl:call-template name="attest-content"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{/page/session/@id}/results">[[word.cancel]]</a></xsl:template>

  <xsl:template match="results/column[@name = 'name']" priority="2"/>
  <xsl:template match="result" mode="who">
    <th scope="row" data-label="[[column.code]]" id="row-{@id}">
      <a class="ds-link" href="/results/{@result}"><xsl:if test="@code"><span class="pk-code"><xsl:value-of select="@code"/></span><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@name"/></a>
    </th>
  </xsl:template>
</xsl:stylesheet>
