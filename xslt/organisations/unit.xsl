<?xml version="1.0" encoding="UTF-8"?>
<!-- A unit: where it stands in its site, what lies below it, which requirements it covers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="unit/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/sites">[[nav.sites]]</a></li>
    <li><a class="ds-link" href="/sites/{unit/@site}"><xsl:value-of select="unit/@site-name"/></a></li>
    <xsl:apply-templates select="above/unit" mode="trail"/>
  </xsl:template>
  <xsl:template match="unit" mode="trail"><li><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></li></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/units/{unit/@id}/edit">[[word.edit]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/units/{unit/@id}/requirements">[[unit.requirements_edit]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/sites/{unit/@site}/units/new?parent={unit/@id}">[[unit.new_below]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="unit" mode="facts"/>
    <xsl:if test="unit/@profile">
    <section class="pk-section" aria-labelledby="profile">
      <div class="pk-section-head"><h2 class="ds-heading" id="profile">[[unit.profile]]</h2></div>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="unit/@profile"/></xsl:call-template>
    </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="requirements">
      <div class="pk-section-head"><h2 class="ds-heading" id="requirements">[[unit.requirements]]</h2></div>
      <xsl:choose>
        <xsl:when test="requirements/requirement">
          <ul class="pk-covers"><xsl:apply-templates select="requirements/requirement" mode="row"/></ul>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[requirements.empty]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="below/unit">
    <section class="pk-section" aria-labelledby="below">
      <div class="pk-section-head"><h2 class="ds-heading" id="below">[[unit.below]]</h2></div>
      <ul class="ds-list"><xsl:apply-templates select="below/unit" mode="row"/></ul>
    </section>
    </xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="unit" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.site]]</dt><dd><a class="ds-link" href="/sites/{@site}"><xsl:value-of select="@site-name"/></a></dd></div>
      <div><dt>[[column.kind]]</dt><dd>[[kind.{@kind}]]</dd></div>
      <xsl:if test="@municipality"><div><dt>[[column.municipality]]</dt><dd><xsl:value-of select="@municipality"/></dd></div></xsl:if>
      <xsl:if test="@address"><div><dt>[[column.address]]</dt><dd><xsl:value-of select="@address"/></dd></div></xsl:if>
      <xsl:if test="@closed-on"><div><dt>[[column.closed_on]]</dt><dd><xsl:if test="@closed-on"><time datetime="{@closed-on}"><xsl:value-of select="@closed-on-text"/></time></xsl:if></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="requirement" mode="row">
    <li><span class="ds-tag pk-tag" data-covered="0">[[covered.0]]</span> <xsl:value-of select="@name"/></li>
  </xsl:template>
  <xsl:template match="requirement[@covered = 1]" mode="row">
    <li><span class="ds-tag pk-tag" data-validity="valid">[[covered.1]]</span> <xsl:value-of select="@name"/></li>
  </xsl:template>
  <xsl:template match="below/unit" mode="row">
    <li><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></li>
  </xsl:template>
  <xsl:template match="below/unit[@closed = 1]" mode="row">
    <li><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a> <span class="ds-tag pk-tag" data-validity="ended">[[unit.closed]]</span></li>
  </xsl:template>
</xsl:stylesheet>
