<?xml version="1.0" encoding="UTF-8"?>
<!-- One result. Blocks: result (fragment result_one), decisions. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:template name="result-trail">
    <xsl:choose>
      <xsl:when test="result/@own = 1"><li><a class="ds-link" href="/my-results">[[results.mine]]</a></li></xsl:when>
      <xsl:when test="result/@exam-session">
        <li><a class="ds-link" href="/results">[[results.title]]</a></li>
        <li><a class="ds-link" href="/exam-sessions/{result/@exam-session}/results"><xsl:value-of select="result/@session-name"/></a></li>
      </xsl:when>
      <xsl:otherwise>
        <li><a class="ds-link" href="/results">[[results.title]]</a></li>
        <li><a class="ds-link" href="/activities/{result/@activity}/results"><xsl:value-of select="result/@activity-name"/></a></li>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Whose: the name, or the code while that is all there is to know. A student's own: what it is of. -->
  <xsl:template match="result" mode="whose">
    <xsl:choose>
      <xsl:when test="@own = 1 and @module-name"><xsl:value-of select="@module-name"/></xsl:when>
      <xsl:when test="@own = 1"><xsl:value-of select="@course-name"/></xsl:when>
      <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
      <xsl:when test="@code"><xsl:value-of select="@code"/></xsl:when>
      <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="result" mode="lead">
    <p class="pk-lead">
      <span class="ds-tag pk-tag" data-result="{@state}">[[result_state.{@state}]]</span>
      <xsl:if test="@name and @code"><xsl:text> </xsl:text><span class="pk-code"><xsl:value-of select="@code"/></span></xsl:if>
      <xsl:if test="@course-code"><xsl:text> </xsl:text><xsl:value-of select="@course-code"/><xsl:text> ·</xsl:text></xsl:if><xsl:text> </xsl:text><xsl:value-of select="@institution"/>
    </p>
  </xsl:template>
  <xsl:template match="result" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.grade]]</dt><dd><strong class="pk-grade"><xsl:choose><xsl:when test="@grade"><xsl:value-of select="@grade"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></strong></dd></div>
      <xsl:if test="@points"><div><dt>[[column.points]]</dt><dd><xsl:value-of select="@points"/><xsl:if test="@points-most"><xsl:text> / </xsl:text><xsl:value-of select="@points-most-text"/></xsl:if></dd></div></xsl:if>
      <xsl:if test="@examined-on"><div><dt>[[column.examined_on]]</dt><dd><time datetime="{@examined-on}"><xsl:value-of select="@examined-on-text"/></time></dd></div></xsl:if>
      <xsl:if test="@course-code"><div><dt>[[column.course]]</dt><dd><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></dd></div></xsl:if>
      <xsl:if test="@module-code"><div><dt>[[column.module]]</dt><dd><xsl:value-of select="@module-code"/><xsl:text> </xsl:text><xsl:value-of select="@module-name"/></dd></div></xsl:if>
      <xsl:if test="@session-name"><div><dt>[[column.exam]]</dt><dd><xsl:value-of select="@session-name"/></dd></div></xsl:if>
      <xsl:if test="@activity-name"><div><dt>[[column.activity]]</dt><dd><xsl:value-of select="@activity-name"/></dd></div></xsl:if>
      <xsl:if test="@credits"><div><dt>[[column.credits]]</dt><dd><xsl:value-of select="@credits-text"/></dd></div></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="decisions" mode="section">
    <section class="pk-section" aria-labelledby="decisions">
      <h2 class="ds-heading" id="decisions">[[results.decisions]]</h2>
      <ol class="pk-decisions"><xsl:apply-templates select="decision"/></ol>
    </section>
  </xsl:template>
  <xsl:template match="decision">
    <li data-counts="{@counts}">
      <p class="pk-decision-what">
        <strong><xsl:value-of select="@grade"/></strong>
        <xsl:if test="@points"><xsl:text> · </xsl:text>[[results.points]]</xsl:if>
        <xsl:text> · </xsl:text>[[results.examined]]
        <xsl:if test="@counts = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="success">[[results.counts]]</span></xsl:if>
      </p>
      <p class="pk-quiet">
        <xsl:choose>
          <xsl:when test="@number = 1">[[results.decision_first]]</xsl:when>
          <xsl:otherwise>[[results.decision_new]]</xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text><time datetime="{@at}"><xsl:value-of select="@at-text"/></time><xsl:text> · </xsl:text>
        <xsl:choose>
          <xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when>
          <xsl:otherwise>[[history.protected]]</xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="@reason"/></xsl:call-template>
    </li>
  </xsl:template>
</xsl:stylesheet>
