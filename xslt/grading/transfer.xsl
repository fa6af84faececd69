<?xml version="1.0" encoding="UTF-8"?>
<!-- Transferring an exam's grades to results: what will happen, that it is ready, each paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transfer.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'transfer'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="transfer">
        <xsl:apply-templates select="form[error]" mode="errors"/>
        <xsl:apply-templates select="transfer" mode="done"/>
      </xsl:when>
      <xsl:when test="job/@state = 'waiting' or job/@state = 'running'">
        <xsl:apply-templates select="form[error]" mode="errors"/>
        <xsl:call-template name="transfer-begun"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="preview"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="transfer" mode="done">
    <div class="ds-alert" data-color="success">
      <h2 class="ds-heading">[[transfer.done]]</h2>
      <p>[[transfer.done_help]]</p>
      <p><a class="ds-link" href="/exams/{../exam/@id}/transfer/log">[[transfer.show_log]]</a></p>
    </div>
  </xsl:template>

  <xsl:template name="preview">
    <xsl:apply-templates select="job[@state = 'failed']" mode="failure"/>
    <section class="pk-section" aria-labelledby="what">
      <h2 class="ds-heading" id="what">[[transfer.what]]</h2>
      <xsl:apply-templates select="modules[module]"/>
      <xsl:apply-templates select="counts"/>
      <xsl:apply-templates select="reasons[reason]"/>
      <xsl:if test="counts/@overwritten &gt; 0"><div class="ds-alert" data-color="warning"><p>[[transfer.overwrites]]</p></div></xsl:if>
      <p class="pk-prose">[[transfer.once]]</p>
      <xsl:apply-templates select="form"/>
    </section>
    <section class="pk-section" aria-labelledby="papers">
      <h2 class="ds-heading" id="papers">[[transfer.rows]]</h2>
      <xsl:apply-templates select="rows" mode="list"/>
    </section>
  </xsl:template>
  <xsl:template match="reasons">
    <p>[[transfer.reasons]]</p>
    <ul><xsl:apply-templates select="reason"/></ul>
  </xsl:template>
  <xsl:template match="reason"><li>[[transfer_reason.{@reason}]]<xsl:text>: </xsl:text><xsl:value-of select="@papers"/></li></xsl:template>
  <xsl:template match="row" mode="student"><a class="ds-link" href="/candidates/{@id}"><xsl:value-of select="@student"/></a></xsl:template>
  <xsl:template match="page[exam]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
