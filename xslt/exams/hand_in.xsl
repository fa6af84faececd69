<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's own hand-in: until when, the file, what has come and what became of it. It looks anew while a file is being looked at. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="head">
    <xsl:if test="files/file[1][@state = 'new' and not(@error)]"><meta http-equiv="refresh" content="3"/></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="title">[[hand_in.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></li>
    <li><a class="ds-link" href="/candidates/{candidate/@id}"><xsl:value-of select="session/@name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate"/>
    <xsl:if test="candidate/@stage = 'open'">
      <section class="pk-section" aria-labelledby="hand-in">
        <h2 class="ds-heading" id="hand-in">
          <xsl:choose>
            <xsl:when test="files/file">[[hand_in.again]]</xsl:when>
            <xsl:otherwise>[[hand_in.file]]</xsl:otherwise>
          </xsl:choose>
        </h2>
        <xsl:if test="files/file"><p class="pk-quiet">[[hand_in.newest_counts]]</p></xsl:if>
        <xsl:apply-templates select="form"/>
      </section>
    </xsl:if>
    <xsl:if test="candidate/@stage != 'open' and form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="files[file]"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/candidates/{/page/candidate/@id}">[[word.cancel]]</a></xsl:template>

  <!-- How it stands, in a sentence, and until when. -->
  <xsl:template match="candidate">
    <xsl:choose>
      <xsl:when test="@handed-in">
        <div class="ds-alert" data-color="success" role="status"><p>[[hand_in.received_{@handed-in}]]</p></div>
      </xsl:when>
      <xsl:when test="@stage = 'late' or @stage = 'closed'"><div class="ds-alert" data-color="warning" role="status"><p>[[hand_in.nothing]]</p></div></xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@stage = 'closed'"><p>[[error.hand_in_closed]]</p></xsl:when>
      <xsl:when test="@stage = 'late'"><p>[[error.hand_in_late]]</p></xsl:when>
      <xsl:when test="@stage = 'early'"><p>[[error.hand_in_early]]</p></xsl:when>
    </xsl:choose>
    <xsl:if test="@until-on">
      <p>
        <strong>[[hand_in.until]]</strong><xsl:text> </xsl:text>
        <time class="pk-nowrap" datetime="{@until-on}T{@until-at}"><xsl:value-of select="@until-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@until-at" mode="clock"/></time>
        <xsl:if test="@extra-minutes &gt; 0"><span class="pk-sub">[[hand_in.extra_minutes]]</span></xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="files">
    <section class="pk-section" aria-labelledby="files">
      <h2 class="ds-heading" id="files">[[hand_in.files]]</h2>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.file_name]]</th><th scope="col">[[column.handed_in_at]]</th><th scope="col">[[column.state]]</th></tr></thead>
        <tbody><xsl:apply-templates select="file"/></tbody>
      </table>
      <p class="pk-quiet">[[hand_in.cleaned]]</p>
    </section>
  </xsl:template>
  <xsl:template match="file">
    <tr>
      <th scope="row" data-label="[[column.file_name]]">
        <a class="ds-link" href="/candidates/{/page/candidate/@id}/file?number={@number}"><xsl:value-of select="@file-name"/></a>
        <span class="pk-sub">[[hand_in.kilobytes]]</span>
      </th>
      <td data-label="[[column.handed_in_at]]"><time class="pk-nowrap" datetime="{@at}"><xsl:value-of select="@at-text"/></time></td>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="file" mode="state">
    <xsl:choose>
      <xsl:when test="@state = 'refused'">
        <span class="ds-tag pk-tag" data-color="danger">[[hand_in_state.refused]]</span>
        <span class="pk-sub"><xsl:value-of select="pk:label('error.', @error)"/></span>
      </xsl:when>
      <xsl:when test="@replaced = 1"><span class="ds-tag pk-tag" data-color="neutral">[[hand_in_state.replaced]]</span></xsl:when>
      <xsl:when test="@error">
        <span class="ds-tag pk-tag" data-color="info">[[hand_in_state.unchecked]]</span>
        <span class="pk-sub">[[hand_in.unchecked]]</span>
      </xsl:when>
      <xsl:when test="@state = 'clean'"><span class="ds-tag pk-tag" data-color="success">[[hand_in_state.clean]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="info">[[hand_in_state.new]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
