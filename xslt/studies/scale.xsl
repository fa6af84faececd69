<?xml version="1.0" encoding="UTF-8"?>
<!-- A grading scale: its versions, the latest first, and the modules that use it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:key name="grades" match="grades/grade" use="@number"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="scale/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <xsl:if test="viewer/@see-studies = 1"><li><a class="ds-link" href="/scales">[[scales.title]]</a></li></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" href="/scales/{scale/@id}/edit">[[word.edit]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="scale" mode="facts"/>
    <xsl:apply-templates select="versions/scale_version"/>
    <section class="pk-section" aria-labelledby="modules">
      <h2 class="ds-heading" id="modules">[[scale.used_by]]</h2>
      <xsl:choose>
        <xsl:when test="modules/module"><ul class="ds-list"><xsl:apply-templates select="modules/module" mode="row"/></ul></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[scale.unused]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="scale" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.institution]]</dt><dd><xsl:apply-templates select="." mode="whose"/></dd></div>
      <xsl:if test="@name-en and @name-en != @own-name"><div><dt>[[studies.name_en]]</dt><dd><xsl:value-of select="@name-en"/></dd></div></xsl:if>
      <xsl:if test="@closed-on"><div><dt>[[studies.closed_on]]</dt><dd><time datetime="{@closed-on}"><xsl:value-of select="@closed-on-text"/></time></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="scale" mode="whose">[[scale.everybodys]]</xsl:template>
  <xsl:template match="scale[@institution]" mode="whose"><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></xsl:template>
  <xsl:template match="scale_version">
    <section class="pk-section" aria-labelledby="version-{@number}">
      <h2 class="ds-heading" id="version-{@number}">[[scale.version]]</h2>
      <p class="pk-quiet">[[scale.version_since]]</p>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.grade]]</th><th scope="col">[[scale.passed]]</th></tr></thead>
        <tbody><xsl:apply-templates select="key('grades', @number)" mode="row"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="grade" mode="row">
    <tr><th scope="row" data-label="[[column.grade]]"><xsl:value-of select="@symbol"/></th><td data-label="[[scale.passed]]"><span class="ds-tag pk-tag" data-color="neutral">[[scale.fails]]</span></td></tr>
  </xsl:template>
  <xsl:template match="grade[@passed = 1]" mode="row">
    <tr><th scope="row" data-label="[[column.grade]]"><xsl:value-of select="@symbol"/></th><td data-label="[[scale.passed]]"><span class="ds-tag pk-tag" data-color="success">[[scale.passes]]</span></td></tr>
  </xsl:template>
  <xsl:template match="module" mode="row">
    <li><a class="ds-link" href="/courses/{@course}"><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></a><xsl:text>: </xsl:text><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/></li>
  </xsl:template>
</xsl:stylesheet>
