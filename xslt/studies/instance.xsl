<?xml version="1.0" encoding="UTF-8"?>
<!-- A course held once, and its placement activities. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/studies.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title">[[instance.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <li><a class="ds-link" href="/programmes/{instance/@programme}"><xsl:value-of select="instance/@programme-name"/></a></li>
    <li><a class="ds-link" href="/courses/{instance/@course}"><xsl:value-of select="instance/@course-name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" href="/activities/new?instance={instance/@id}">[[instance.new_activity]]</a></xsl:if>
    <xsl:if test="rights/@see-students = 1"><a class="ds-button" data-variant="secondary" href="/instances/{instance/@id}/students">[[instance.students]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/instances/{instance/@id}/edit">[[word.edit]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="instance" mode="facts"/>
    <xsl:call-template name="modules"/>
    <xsl:if test="activities/activity or viewer/@institution-side = 1 or viewer/@lecturer = 1">
    <section class="pk-section" aria-labelledby="activities">
      <div class="pk-section-head"><h2 class="ds-heading" id="activities">[[instance.activities]]</h2></div>
      <xsl:choose>
        <xsl:when test="activities/activity">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.activity]]</th><th scope="col">[[column.period]]</th><th scope="col" class="pk-number">[[column.places_wanted]]</th><th scope="col" class="pk-number">[[column.places_confirmed]]</th><th scope="col">[[column.status]]</th></tr></thead>
        <tbody><xsl:apply-templates select="activities/activity" mode="row"/></tbody>
      </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[instance.no_activities]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    </xsl:if>
    <xsl:if test="sessions/session">
      <section class="pk-section" aria-labelledby="sessions">
        <h2 class="ds-heading" id="sessions">[[exam_sessions.title]]</h2>
        <ul class="ds-list"><xsl:apply-templates select="sessions/session" mode="named"/></ul>
      </section>
    </xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="instance" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.course]]</dt><dd><a class="ds-link" href="/courses/{@course}"><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></a></dd></div>
      <div><dt>[[column.term]]</dt><dd><xsl:call-template name="term"/></dd></div>
      <div><dt>[[column.period]]</dt><dd><xsl:call-template name="period"/></dd></div>
      <div><dt>[[column.credits]]</dt><dd><xsl:value-of select="@credits-text"/></dd></div>
      <xsl:if test="@pace or @mode or @place"><div><dt>[[instance.way]]</dt><dd><xsl:apply-templates select="." mode="way"/></dd></div></xsl:if>
      <xsl:if test="@students"><div><dt>[[instance.students]]</dt><dd><a class="ds-link" href="/instances/{@id}/students">[[instance.students_count#@students]]</a></dd></div></xsl:if>
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></dd></div>
    </dl>
  </xsl:template>
  <!-- "100 %, distance, Umeå". -->
  <xsl:template match="instance" mode="way">
    <xsl:if test="@pace">[[instance.pace]]<xsl:if test="@mode or @place"><xsl:text>, </xsl:text></xsl:if></xsl:if>
    <xsl:if test="@mode">[[mode.{@mode}]]<xsl:if test="@place"><xsl:text>, </xsl:text></xsl:if></xsl:if>
    <xsl:value-of select="@place"/>
  </xsl:template>
  <xsl:template match="activity" mode="row">
    <tr>
      <th scope="row" data-label="[[column.activity]]"><a class="ds-link" href="/activities/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
      <td data-label="[[column.places_wanted]]" class="pk-number"><xsl:value-of select="@places-wanted"/></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/></td>
      <td data-label="[[column.status]]"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
