<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaking the glass: what it means before it is done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transfer.xsl"/>

  <xsl:template match="page" mode="title">[[open.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="grading-trail-below"/>
    <li><a class="ds-link" href="/exams/{exam/@id}/openings">[[openings.title]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <div class="ds-alert" data-color="warning"><p>[[open.warning]]</p><p><xsl:for-each select="told">[[open.told#@people]]</xsl:for-each></p></div>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="page[exam]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}/openings">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
