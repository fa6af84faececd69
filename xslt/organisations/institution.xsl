<?xml version="1.0" encoding="UTF-8"?>
<!-- An institution: how to reach it, whom to ask, what it teaches. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="institution/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/institutions">[[nav.institutions]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1 or rights/@plan = 1"><a class="ds-button" href="/invitations/new?institution={institution/@id}">[[invite.title]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/institutions/{institution/@id}/edit">[[word.edit]]</a></xsl:if>
    <xsl:if test="rights/@deadlines = 1"><a class="ds-button" data-variant="secondary" href="/institutions/{institution/@id}/deadlines">[[deadlines.title]]</a></xsl:if>
    <xsl:if test="rights/@exam-deadlines = 1"><a class="ds-button" data-variant="secondary" href="/institutions/{institution/@id}/exam-deadlines">[[exam_deadlines.title]]</a></xsl:if>
    <xsl:if test="rights/@see-agreements = 1"><a class="ds-button" data-variant="secondary" href="/agreements?institution={institution/@id}">[[nav.agreements]]</a></xsl:if>
    <xsl:if test="rights/@see-people = 1"><a class="ds-button" data-variant="secondary" href="/people?institution={institution/@id}">[[nav.people]]</a></xsl:if>
    <xsl:if test="rights/@subscribe = 1"><a class="ds-button" data-variant="secondary" href="/institutions/{institution/@id}/calendar">[[calendars.subscribe]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="institution" mode="facts"/>
    <section class="pk-section" aria-labelledby="contacts">
      <div class="pk-section-head"><h2 class="ds-heading" id="contacts">[[contacts.title]]</h2></div>
      <xsl:choose>
        <xsl:when test="contacts/contact">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.person]]</th><th scope="col">[[column.role]]</th><th scope="col">[[column.email]]</th><th scope="col">[[column.phone]]</th></tr></thead>
        <tbody><xsl:apply-templates select="contacts/contact" mode="row"/></tbody>
      </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[contacts.none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="rights/@see-studies = 1">
    <section class="pk-section" aria-labelledby="programmes">
      <div class="pk-section-head"><h2 class="ds-heading" id="programmes">[[nav.programmes]]</h2></div>
      <xsl:choose>
        <xsl:when test="programmes/programme">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.name]]</th><th scope="col">[[column.code]]</th><th scope="col" class="pk-number">[[column.courses]]</th></tr></thead>
        <tbody><xsl:apply-templates select="programmes/programme" mode="row"/></tbody>
      </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[programmes.empty]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    </xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="institution" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.short_name]]</dt><dd><xsl:value-of select="@short-name"/></dd></div>
      <xsl:if test="@municipality"><div><dt>[[column.municipality]]</dt><dd><xsl:value-of select="@municipality"/></dd></div></xsl:if>
      <xsl:if test="@address"><div><dt>[[column.address]]</dt><dd><xsl:value-of select="@address"/></dd></div></xsl:if>
      <xsl:if test="@email"><div><dt>[[column.email]]</dt><dd><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></dd></div></xsl:if>
      <xsl:if test="@phone"><div><dt>[[column.phone]]</dt><dd><xsl:value-of select="@phone"/></dd></div></xsl:if>
      <xsl:if test="@web"><div><dt>[[column.web]]</dt><dd><a class="ds-link" href="{@web}" rel="noreferrer"><xsl:value-of select="@web"/></a></dd></div></xsl:if>
      <xsl:if test="@schac"><div><dt>[[column.schac]]</dt><dd><xsl:value-of select="@schac"/></dd></div></xsl:if>
      <xsl:if test="@erasmus"><div><dt>[[column.erasmus]]</dt><dd><xsl:value-of select="@erasmus"/></dd></div></xsl:if>
      <div><dt>[[institution.answer_days]]</dt><dd>[[institution.days#@answer-days]]</dd></div>
      <div>
        <dt>[[order.reminders]]</dt>
        <dd>
          <xsl:if test="@first-reminder-days"><span class="pk-sub">[[deadlines.first#@first-reminder-days]]</span></xsl:if>
          <xsl:text> </xsl:text>
          <xsl:choose>
            <xsl:when test="@second-reminder-days = 0"><span class="pk-sub">[[deadlines.second_same_day]]</span></xsl:when>
            <xsl:when test="@second-reminder-days"><span class="pk-sub">[[deadlines.second#@second-reminder-days]]</span></xsl:when>
            <xsl:when test="not(@first-reminder-days)">[[deadlines.none]]</xsl:when>
          </xsl:choose>
        </dd>
      </div>
      <xsl:if test="@escalation-days"><div><dt>[[deadlines.escalation_name]]</dt><dd>[[deadlines.escalation#@escalation-days]]</dd></div></xsl:if>
      <div><dt>[[exam_deadlines.results]]</dt><dd>[[exam_deadlines.results_in#@results-days]]<span class="pk-sub"><xsl:text> </xsl:text>[[exam_deadlines.before_resit#@resit-days]]</span></dd></div>
      <div><dt>[[exam_deadlines.doubt]]</dt><dd>[[exam_deadlines.doubt_before#@doubt-days]]<xsl:if test="@doubt-short-days &gt; 0"><span class="pk-sub"><xsl:text> </xsl:text>[[exam_deadlines.doubt_short#@doubt-short-days]]</span></xsl:if></dd></div>
    </dl>
  </xsl:template>
  <xsl:template match="contact" mode="row">
    <tr>
      <th scope="row" data-label="[[column.person]]"><xsl:choose><xsl:when test="/page/rights/@see-people = 1"><a class="ds-link" href="/people/{@person}"><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose></th>
      <td data-label="[[column.role]]">[[role.{@role}]]</td>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.phone]]" class="pk-nowrap"><xsl:value-of select="@phone"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="programme" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/programmes/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <td data-label="[[column.courses]]" class="pk-number"><xsl:value-of select="@courses"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
