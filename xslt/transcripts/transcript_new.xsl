<?xml version="1.0" encoding="UTF-8"?>
<!-- Giving out a transcript: of which institution, and whether with what was failed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[transcript.give]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="transcript-trail"/>
    <xsl:if test="not(student/@own = 1)"><li><a class="ds-link" href="/students/{student/@id}/results"><xsl:value-of select="student/@name"/></a></li></xsl:if>
  </xsl:template>
  <xsl:template match="form" mode="cancel">
    <a class="ds-button" data-variant="tertiary" href="/students/{/page/student/@id}/results">[[word.cancel]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[transcript.give_text]]</p>
    <ul class="ds-list"><xsl:apply-templates select="institutions/institution" mode="item"/></ul>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="institution" mode="item"><li><xsl:value-of select="@name"/>: [[transcript.passed_of]]</li></xsl:template>
</xsl:stylesheet>
