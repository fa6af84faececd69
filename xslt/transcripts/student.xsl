<?xml version="1.0" encoding="UTF-8"?>
<!-- What was attested of a student, at each institution, and the transcripts of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[transcripts.student_title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="transcript-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:if test="student/@protected = 1"><p class="pk-lead"><span class="ds-tag pk-tag" data-color="warning">[[roles.protected]]</span></p></xsl:if></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@give = 1"><a class="ds-button" href="/students/{student/@id}/transcripts/new">[[transcript.give]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="institutions/institution" mode="section"/>
    <xsl:if test="not(institutions/institution)"><div class="pk-empty"><p>[[results.mine_empty]]</p></div></xsl:if>
    <xsl:if test="rights/@give = 1"><p><a class="ds-link pk-download" href="/students/{student/@id}/results.elmo"><span class="pk-icon pk-icon-download" aria-hidden="true"></span>[[transcript.elmo]]</a><span class="pk-sub">[[transcript.elmo_text]]</span></p></xsl:if>
    <xsl:if test="transcripts/transcript">
      <section class="pk-section" aria-labelledby="transcripts">
        <h2 class="ds-heading" id="transcripts">[[transcripts.title]]</h2>
        <ul class="pk-todo"><xsl:apply-templates select="transcripts/transcript" mode="item"/></ul>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="institution" mode="section">
    <section class="pk-section" aria-labelledby="institution-{@id}">
      <h2 class="ds-heading" id="institution-{@id}"><xsl:value-of select="@name"/></h2>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[transcript.results]]</caption>
        <thead>
          <tr>
            <th scope="col">[[column.course]]</th><th scope="col">[[column.term]]</th><th scope="col">[[column.examined_on]]</th>
            <th scope="col">[[column.grade]]</th><th scope="col" class="pk-number">[[column.credits]]</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="../../results/result[@institution = current()/@id]" mode="transcript"/></tbody>
      </table>
      <xsl:if test="@credits"><p class="pk-quiet">[[transcript.credits]]: <xsl:value-of select="@credits-text"/></p></xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="transcript" mode="item">
    <li>
      <a href="/transcripts/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@made-at-text"/></span>
        <span class="pk-todo-more"><xsl:value-of select="@institution"/> · <span class="pk-code"><xsl:value-of select="@code"/></span></span>
        <span class="pk-todo-when"><xsl:apply-templates select="." mode="state"/></span>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
