<?xml version="1.0" encoding="UTF-8"?>
<!-- Proposals beside the present state and the time before. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:key name="proposal" match="proposals/proposal" use="@id"/>
  <xsl:key name="same" match="same/proposal" use="@id"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'proposals'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@allocate-now = 1"><a class="ds-button" href="/activities/{activity/@id}/proposals/new">[[proposals.new]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <section class="pk-section" aria-labelledby="compare">
      <h2 class="ds-heading" id="compare">[[proposals.compare]]</h2>
      <xsl:if test="not(proposals/proposal)"><p class="pk-prose">[[proposals.none]]</p></xsl:if>
      <xsl:if test="results/result"><xsl:apply-templates select="results" mode="figures"/></xsl:if>
    </section>
    <xsl:if test="proposals/proposal">
      <section class="pk-section" aria-labelledby="list">
        <h2 class="ds-heading" id="list">[[proposals.list]]</h2>
        <ul class="pk-proposals"><xsl:apply-templates select="proposals/proposal"/></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="result[@source = 'proposal']" mode="name">
    <a class="ds-link" href="/proposals/{@proposal}"><xsl:for-each select="key('proposal', @proposal)">[[proposal.name]]</xsl:for-each></a>
    <xsl:if test="key('proposal', @proposal)/@phase = 'taken'"><span class="pk-sub">[[proposal_phase.taken]]</span></xsl:if>
  </xsl:template>
  <xsl:template match="result[@source = 'proposal']" mode="swaps"><xsl:value-of select="key('proposal', @proposal)/@swaps"/></xsl:template>

  <xsl:template match="proposals/proposal">
    <li>
      <a class="ds-link" href="/proposals/{@id}">[[proposal.name]]</a>
      <xsl:apply-templates select="." mode="tag"/>
      <span>[[objective.{@objective}]]<xsl:text> · </xsl:text>[[proposal.asked_by]]</span>
      <xsl:for-each select="key('same', @id)"><span class="pk-quiet">[[proposals.same]]</span></xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
