<?xml version="1.0" encoding="UTF-8"?>
<!-- Whether a transcript is genuine: for anybody who holds one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transcript.xsl"/>

  <xsl:template match="page" mode="title">[[verify.title]]</xsl:template>
  <xsl:template match="page" mode="head"><meta name="robots" content="noindex"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="transcript"><xsl:apply-templates select="transcript" mode="verdict"/></xsl:when>
      <xsl:when test="asked/@asked = 1">
        <div class="ds-alert" data-color="danger" role="status"><h2 class="ds-heading">[[verify.unknown]]</h2><p>[[verify.unknown_text]]</p></div>
      </xsl:when>
      <xsl:otherwise><p class="pk-prose">[[verify.text]]</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="transcript">
      <xsl:apply-templates select="transcript" mode="facts"/>
      <xsl:if test="results/result">
        <section class="pk-section" aria-labelledby="results">
          <h2 class="ds-heading" id="results">[[verify.said]]</h2>
          <xsl:apply-templates select="results" mode="transcript"/>
        </section>
      </xsl:if>
    </xsl:if>
    <form class="pk-form" method="get" action="/verify">
      <xsl:if test="transcript"><h2 class="ds-heading">[[verify.another]]</h2></xsl:if>
      <div class="ds-field">
        <label class="ds-label" for="code">[[transcript.code]]</label>
        <p id="code-help" class="pk-quiet">[[verify.code_help]]</p>
        <input class="ds-input pk-code" type="text" id="code" name="code" maxlength="60" autocomplete="off" spellcheck="false" aria-describedby="code-help">
          <xsl:if test="asked/@asked = 1 and not(transcript)"><xsl:attribute name="value"><xsl:value-of select="asked/@code"/></xsl:attribute></xsl:if>
        </input>
      </div>
      <div class="pk-buttons"><button class="ds-button" type="submit">[[verify.submit]]</button></div>
    </form>
  </xsl:template>

  <xsl:template match="transcript" mode="verdict">
    <xsl:choose>
      <xsl:when test="@transcript-state = 'valid'">
        <div class="ds-alert" data-color="success" role="status"><h2 class="ds-heading">[[verify.valid]]</h2><p>[[verify.valid_text]]</p></div>
      </xsl:when>
      <xsl:when test="@transcript-state = 'changed'">
        <div class="ds-alert" data-color="warning" role="status"><h2 class="ds-heading">[[verify.changed]]</h2><p>[[verify.changed_text]]</p></div>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="danger" role="status"><h2 class="ds-heading">[[verify.withdrawn]]</h2><p>[[verify.withdrawn_text]]</p></div>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(@name) and not(@withdrawn-at)"><p class="pk-prose">[[verify.name_withheld]]</p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
