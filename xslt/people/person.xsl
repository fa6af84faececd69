<?xml version="1.0" encoding="UTF-8"?>
<!-- A person: details, grants in words, history. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="person/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:if test="viewer/@see-people = 1"><li><a class="ds-link" href="/people">[[nav.people]]</a></li></xsl:if></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:if test="person/@protected = 1"><p class="pk-lead"><span class="ds-tag pk-tag" data-state="partly">[[person.protected]]</span></p></xsl:if></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@add-grant = 1"><a class="ds-button" href="/people/{person/@id}/grants/new">[[grant.new]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/people/{person/@id}/edit">[[word.edit]]</a></xsl:if>
    <xsl:if test="rights/@self = 1"><a class="ds-button" data-variant="secondary" href="/profile">[[profile.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="person" mode="facts"/>
    <xsl:if test="student">
    <section class="pk-section" aria-labelledby="student">
      <div class="pk-section-head"><h2 class="ds-heading" id="student">[[role.student]]</h2></div>
      <xsl:apply-templates select="student" mode="facts"/>
    </section>
    </xsl:if>
    <xsl:if test="courses/instance">
    <section class="pk-section" aria-labelledby="courses">
      <div class="pk-section-head"><h2 class="ds-heading" id="courses">[[person.courses]]</h2></div>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.course]]</th><th scope="col">[[column.code]]</th><th scope="col">[[column.period]]</th></tr></thead>
        <tbody><xsl:apply-templates select="courses/instance" mode="row"/></tbody>
      </table>
    </section>
    </xsl:if>
    <xsl:if test="registrations/registration">
    <section class="pk-section" aria-labelledby="registrations">
      <div class="pk-section-head"><h2 class="ds-heading" id="registrations">[[person.registrations]]</h2></div>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.activity]]</th><th scope="col">[[column.class]]</th><th scope="col">[[column.period]]</th></tr></thead>
        <tbody><xsl:apply-templates select="registrations/registration" mode="row"/></tbody>
      </table>
    </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="grants">
      <div class="pk-section-head"><h2 class="ds-heading" id="grants">[[person.grants]]</h2></div>
      <xsl:choose>
        <xsl:when test="grants/grant">
          <table class="ds-table pk-table">
            <thead><tr><th scope="col">[[column.role]]</th><th scope="col">[[column.organisation]]</th><th scope="col">[[column.period]]</th><th scope="col">[[column.validity]]</th><td></td></tr></thead>
            <tbody><xsl:apply-templates select="grants/grant" mode="row"/></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[person.no_grants]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="instance" mode="row">
    <tr>
      <th scope="row" data-label="[[column.course]]"><a class="ds-link" href="/instances/{@id}"><xsl:value-of select="@course-name"/></a><xsl:if test="@state = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[reading.withdrawn]]</span></xsl:if></th>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="registration" mode="row">
    <tr>
      <th scope="row" data-label="[[column.activity]]"><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@activity-name"/></a><xsl:if test="@state = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[registration.state_withdrawn]]</span></xsl:if></th>
      <td data-label="[[column.class]]"><xsl:value-of select="@letter"/></td>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="person" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.email]]</dt><dd><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></dd></div>
      <xsl:if test="@phone"><div><dt>[[column.phone]]</dt><dd><xsl:value-of select="@phone"/></dd></div></xsl:if>
      <div><dt>[[column.language]]</dt><dd>[[lang.{@lang}]]</dd></div>
      <div><dt>[[person.account]]</dt><dd><xsl:apply-templates select="." mode="account"/></dd></div>
    </dl>
  </xsl:template>
  <!-- When they were last here, or what keeps them out, and what can be done about it. -->
  <xsl:template match="person" mode="account">[[account.none]]</xsl:template>
  <xsl:template match="person[@account = 'open']" mode="account">
    <xsl:choose>
      <xsl:when test="@signed-in-at">[[account.last_here]]</xsl:when>
      <xsl:otherwise>[[account.unused]]</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="/page/rights/@close = 1"><span class="pk-sub"><a class="ds-link" href="/people/{@id}/close">[[account.close]]</a></span></xsl:if>
  </xsl:template>
  <xsl:template match="person[@account = 'closed']" mode="account">
    <span class="ds-tag pk-tag" data-link="closed">[[account.closed]]</span>
    <xsl:if test="/page/rights/@close = 1"><span class="pk-sub"><a class="ds-link" href="/people/{@id}/reopen">[[account.reopen]]</a></span></xsl:if>
  </xsl:template>
  <xsl:template match="person[not(@account) and @invitation]" mode="account">
    <span class="ds-tag pk-tag" data-link="{@invitation-state}">[[account.invitation.{@invitation-state}]]</span>
    <span class="pk-sub">[[account.invitation_until]]</span>
    <xsl:if test="@invite = 1"><span class="pk-sub"><a class="ds-link" href="/invitations/{@invitation}/again">[[invitation.again]]</a></span></xsl:if>
  </xsl:template>
  <xsl:template match="student" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.programme]]</dt><dd><xsl:value-of select="@programme-name"/></dd></div>
      <div><dt>[[column.institution]]</dt><dd><xsl:value-of select="@institution"/></dd></div>
      <div><dt>[[person.cohort]]</dt><dd><xsl:call-template name="term"/></dd></div>
      <xsl:if test="@student-number"><div><dt>[[person.student_number]]</dt><dd><xsl:value-of select="@student-number"/></dd></div></xsl:if>
    </dl>
  </xsl:template>
</xsl:stylesheet>
