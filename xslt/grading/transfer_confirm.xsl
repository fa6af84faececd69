<?xml version="1.0" encoding="UTF-8"?>
<!-- Yes or no: what it comes to once more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transfer.xsl"/>

  <xsl:template match="page" mode="title">[[transfer.sure]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="grading-trail-below"/>
    <li><a class="ds-link" href="/exams/{exam/@id}/transfer">[[transfer.title]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="transfer or job[@state = 'waiting' or @state = 'running']">
        <xsl:apply-templates select="form[error]" mode="errors"/>
        <p><a class="ds-button" href="/exams/{exam/@id}/transfer/log">[[transfer.show_log]]</a></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="modules[module]"/>
        <xsl:apply-templates select="counts"/>
        <p class="pk-prose">[[transfer.once]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="page[exam]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}/transfer">[[transfer.no]]</a></xsl:template>
</xsl:stylesheet>
