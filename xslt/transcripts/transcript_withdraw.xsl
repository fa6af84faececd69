<?xml version="1.0" encoding="UTF-8"?>
<!-- A transcript taken back. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[transcript.withdraw]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="transcript-trail"/>
    <li><a class="ds-link" href="/transcripts/{transcript/@id}"><xsl:value-of select="transcript/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/transcripts/{/page/transcript/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="transcript" mode="facts"/>
    <p class="pk-prose">[[transcript.withdraw_text]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
