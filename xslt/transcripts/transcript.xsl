<?xml version="1.0" encoding="UTF-8"?>
<!-- A transcript as it was given out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[transcript.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="transcript-trail"/>
    <li><a class="ds-link" href="/students/{transcript/@student}/results"><xsl:value-of select="transcript/@name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:apply-templates select="transcript" mode="state"/></p></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@print = 1"><a class="ds-button" href="/transcripts/{transcript/@id}/print">[[prints.print]]</a></xsl:if>
    <xsl:if test="rights/@withdraw-now = 1"><a class="ds-button" data-variant="secondary" href="/transcripts/{transcript/@id}/withdraw">[[transcript.withdraw]]</a></xsl:if>
    <a class="ds-button" data-variant="secondary" href="/verify?code={transcript/@code}">[[verify.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="transcript" mode="facts"/>
    <xsl:if test="transcript/@transcript-state = 'changed'"><div class="ds-alert" data-color="warning" role="note"><p>[[transcript.changed_text]]</p></div></xsl:if>
    <section class="pk-section" aria-labelledby="results">
      <h2 class="ds-heading" id="results">[[transcript.results]]</h2>
      <xsl:apply-templates select="results" mode="transcript"/>
    </section>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
