<?xml version="1.0" encoding="UTF-8"?>
<!-- What the viewer must do now, then what is going on. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/own_placement.xsl"/>
  <xsl:import href="../lib/front_assess.xsl"/>
  <xsl:import href="../lib/own_exams.xsl"/>

  <xsl:template match="page" mode="title">[[front.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/activities/new">[[activity.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="viewer/@site-side = 1"><xsl:apply-templates select="unanswered"/></xsl:if>
    <xsl:apply-templates select="roles[activity]"/>
    <xsl:if test="viewer/@institution-side = 1"><xsl:call-template name="institution"/></xsl:if>
    <xsl:if test="viewer/@site-side = 1"><xsl:apply-templates select="site_activities"/></xsl:if>
    <xsl:apply-templates select="assess[placement]"/>
    <xsl:apply-templates select="followed[placement]"/>
    <xsl:apply-templates select="results_work[source]"/>
    <xsl:apply-templates select="marking[exam]"/>
    <xsl:apply-templates select="exam_work[exam]"/>
    <xsl:apply-templates select="exams[exam]"/>
    <xsl:apply-templates select="own[registration]"/>
    <xsl:apply-templates select="mine[activity]"/>
    <xsl:apply-templates select="current[activity]"/>
    <xsl:apply-templates select="region"/>
    <xsl:if test="not(viewer/@site-side = 1 or viewer/@institution-side = 1 or assess/placement or followed/placement or own/registration or exams/exam or marking/exam or exam_work/exam or results_work/source or mine/activity or current/activity or region)">
      <div class="pk-empty"><p>[[front.nothing]]</p><p><a class="ds-button" href="/calendar">[[nav.calendar]]</a></p></div>
    </xsl:if>
  </xsl:template>

  <!-- The site's side. -->
  <xsl:template match="unanswered">
    <section class="pk-section" aria-labelledby="now">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="now">[[front.to_answer]]</h2>
        <xsl:if test="/page/viewer/@unanswered &gt; count(order)"><a class="ds-link" href="/orders?state=sent&amp;sort=due_on">[[front.all_unanswered]]</a></xsl:if>
      </div>
      <xsl:choose>
        <xsl:when test="order"><ul class="pk-todo" data-now=""><xsl:apply-templates select="order" mode="answer"/></ul></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[front.all_answered]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="order" mode="answer">
    <li>
      <a href="/orders/{@id}/answer">
        <span class="pk-todo-what"><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-more">[[word.places#@places]]<xsl:text> · </xsl:text><xsl:value-of select="@institution"/><xsl:text> → </xsl:text><xsl:value-of select="@site"/></span>
        <span class="pk-todo-when">[[order.due]]</span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="order[@overdue = 1]" mode="answer">
    <li>
      <a href="/orders/{@id}/answer">
        <span class="pk-todo-what"><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-more">[[word.places#@places]]<xsl:text> · </xsl:text><xsl:value-of select="@institution"/><xsl:text> → </xsl:text><xsl:value-of select="@site"/></span>
        <span class="pk-todo-when pk-late">[[order.days_late#@days-late]]</span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="roles">
    <section class="pk-section" aria-labelledby="roles">
      <h2 class="ds-heading" id="roles">[[front.roles]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="activity" mode="roles"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="activity" mode="roles">
    <li>
      <a href="/activities/{@id}/roles">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="period"/><xsl:text> · </xsl:text><xsl:value-of select="@site"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-color="warning"><xsl:apply-templates select="." mode="lacks"/></span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="activity" mode="lacks">[[front.no_supervisor]]</xsl:template>
  <xsl:template match="activity[@no-coordinator &gt; 0]" mode="lacks">[[front.no_coordinator]]</xsl:template>
  <xsl:template match="activity[@no-coordinator &gt; 0 and @no-supervisor &gt; 0]" mode="lacks">[[front.no_roles]]</xsl:template>
  <xsl:template match="site_activities">
    <section class="pk-section" aria-labelledby="semester">
      <div class="pk-section-head"><h2 class="ds-heading" id="semester">[[front.semester]]</h2><a class="ds-link" href="/calendar">[[nav.calendar]]</a></div>
      <xsl:choose>
        <xsl:when test="activity"><ul class="pk-todo"><xsl:apply-templates select="activity" mode="own"/></ul></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[front.semester_none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="activity" mode="own">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="period"/><xsl:text> · </xsl:text>[[front.confirmed_of]]</span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></span>
      </a>
    </li>
  </xsl:template>

  <!-- Whom a supervisor or lecturer follows. -->
  <xsl:template match="followed">
    <section class="pk-section" aria-labelledby="followed">
      <div class="pk-section-head"><h2 class="ds-heading" id="followed">[[front.followed]]</h2><a class="ds-link" href="/students">[[word.show_all]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="placement" mode="followed"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="placement" mode="followed">
    <li>
      <a href="/placements/{@id}">
        <span class="pk-todo-what">
          <xsl:choose>
            <xsl:when test="@student"><xsl:value-of select="@student"/></xsl:when>
            <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
          </xsl:choose>
        </span>
        <span class="pk-todo-more"><xsl:value-of select="@unit"/><xsl:text>, </xsl:text><xsl:value-of select="@site"/><xsl:text> · </xsl:text><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when"><xsl:call-template name="period"/></span>
      </a>
    </li>
  </xsl:template>

  <!-- The institution's side. -->
  <xsl:template name="institution">
    <section class="pk-section" aria-labelledby="do">
      <h2 class="ds-heading" id="do">[[front.to_do]]</h2>
      <xsl:choose>
        <xsl:when test="late/order or planning/activity">
          <ul class="pk-todo" data-now="">
            <xsl:if test="waiting/@late &gt; 0"><li><a href="/orders?state=overdue&amp;sort=due_on"><span class="pk-todo-what">[[front.late#waiting/@late]]</span><span class="pk-todo-more">[[front.late_help]]</span></a></li></xsl:if>
            <xsl:apply-templates select="planning/activity" mode="planning"/>
          </ul>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[front.nothing_to_do]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <div class="pk-columns">
      <section class="pk-section" aria-labelledby="answers">
        <div class="pk-section-head"><h2 class="ds-heading" id="answers">[[front.answers]]</h2><a class="ds-link" href="/orders?sort=answered_at&amp;down=1">[[word.show_all]]</a></div>
        <xsl:choose>
          <xsl:when test="answers/order"><ul class="pk-todo"><xsl:apply-templates select="answers/order" mode="answered"/></ul></xsl:when>
          <xsl:otherwise><p class="pk-quiet">[[front.answers_none]]</p></xsl:otherwise>
        </xsl:choose>
      </section>
      <section class="pk-section" aria-labelledby="late">
        <div class="pk-section-head"><h2 class="ds-heading" id="late">[[front.overdue]]</h2><a class="ds-link" href="/orders?state=sent&amp;sort=due_on">[[front.all_unanswered]]</a></div>
        <xsl:choose>
          <xsl:when test="late/order"><ul class="pk-todo"><xsl:apply-templates select="late/order" mode="late"/></ul></xsl:when>
          <xsl:otherwise><p class="pk-quiet">[[front.overdue_none]]</p></xsl:otherwise>
        </xsl:choose>
      </section>
    </div>
  </xsl:template>
  <xsl:template match="activity" mode="planning">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.missing]]<xsl:text> · </xsl:text><xsl:call-template name="period"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="activity[@orders-draft &gt; 0]" mode="planning">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:value-of select="concat('/activities/', @id)"/><xsl:if test="/page/viewer/@plan = 1">/send</xsl:if></xsl:attribute>
        <span class="pk-todo-what">[[front.drafts#@orders-draft]]</span>
        <span class="pk-todo-more"><xsl:value-of select="@name"/><xsl:text> · </xsl:text><xsl:call-template name="period"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="order" mode="answered">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@site"/></span>
        <span class="pk-todo-more">[[order.confirmed_of]]<xsl:text> · </xsl:text><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="order" mode="late">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@site"/></span>
        <span class="pk-todo-more">[[word.places#@places]]<xsl:text> · </xsl:text><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when pk-late">[[order.days_late#@days-late]]</span>
      </a>
    </li>
  </xsl:template>

  <!-- Those who take part, and those who teach. -->
  <xsl:template match="mine">
    <section class="pk-section" aria-labelledby="mine">
      <div class="pk-section-head"><h2 class="ds-heading" id="mine">[[front.mine]]</h2><a class="ds-link" href="/calendar">[[nav.calendar]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="activity" mode="mine"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="activity" mode="mine">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/><xsl:text> </xsl:text><xsl:value-of select="@class"/></span>
        <span class="pk-todo-more"><xsl:call-template name="period"/><xsl:text> · </xsl:text><xsl:value-of select="@institution"/></span>
        <span class="pk-todo-when">[[role.{@role}]]</span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="current">
    <section class="pk-section" aria-labelledby="current">
      <div class="pk-section-head"><h2 class="ds-heading" id="current">[[front.current]]</h2><a class="ds-link" href="/calendar">[[nav.calendar]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="activity" mode="current"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="activity" mode="current">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="period"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></span>
      </a>
    </li>
  </xsl:template>

  <!-- Grading. -->
  <xsl:template match="marking">
    <section class="pk-section" aria-labelledby="marking">
      <div class="pk-section-head"><h2 class="ds-heading" id="marking">[[front.to_mark]]</h2><a class="ds-link" href="/exams">[[exams.title]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="exam" mode="marking"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="exam" mode="marking">
    <li>
      <a href="/exams/{@id}/grade">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:if test="@wanted &gt; 0">[[grading.wanted#@wanted]]</xsl:if><xsl:if test="@wanted &gt; 0 and @disagree &gt; 0"> · </xsl:if><xsl:if test="@disagree &gt; 0">[[grading.disagreed#@disagree]]</xsl:if></span>
        <xsl:if test="@results-due"><span class="pk-todo-when"><xsl:if test="@late = 1"><xsl:attribute name="class">pk-todo-when pk-late</xsl:attribute></xsl:if>[[front.results_due]]</span></xsl:if>
      </a>
    </li>
  </xsl:template>
  <!-- Results to attest, and late ones. -->
  <xsl:template match="results_work">
    <section class="pk-section" aria-labelledby="results-work">
      <div class="pk-section-head"><h2 class="ds-heading" id="results-work">[[results.title]]</h2><a class="ds-link" href="/results">[[front.all_results]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="source" mode="results"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="source" mode="results">
    <li>
      <a href="/exam-sessions/{@id}/results">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.results_late]]</span>
        <span class="pk-todo-when pk-late">[[results.late#@days-late]]</span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="source[@work = 'attest']" mode="results">
    <li>
      <a href="/exam-sessions/{@id}/results/attest">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.results_attest#@count]]</span>
        <xsl:choose>
          <xsl:when test="@late = 1"><span class="pk-todo-when pk-late">[[results.late#@days-late]]</span></xsl:when>
          <xsl:when test="@results-due"><span class="pk-todo-when">[[front.results_due]]</span></xsl:when>
        </xsl:choose>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="source[@work = 'attest' and @kind = 'activity']" mode="results">
    <li>
      <a href="/activities/{@id}/results/attest">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.results_attest#@count]]</span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="exam_work">
    <section class="pk-section" aria-labelledby="exam-work">
      <h2 class="ds-heading" id="exam-work">[[front.exam_work]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="exam" mode="work"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="exam" mode="work">
    <li>
      <a href="/exams/{@id}/{@work}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.work_{@work}]]</span>
        <xsl:if test="@due-on"><span class="pk-todo-when"><xsl:if test="@late = 1"><xsl:attribute name="class">pk-todo-when pk-late</xsl:attribute></xsl:if>[[front.exam_due]]</span></xsl:if>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="exam[@work = 'draft']" mode="work">
    <li>
      <a href="/exam-sessions/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[front.work_draft]]</span>
        <xsl:if test="@due-on"><span class="pk-todo-when"><xsl:value-of select="@due-on-text"/></span></xsl:if>
      </a>
    </li>
  </xsl:template>

  <!-- Who keeps the region's registers. -->
  <xsl:template match="region">
    <section class="pk-section" aria-labelledby="region">
      <h2 class="ds-heading" id="region">[[front.region]]</h2>
      <ul class="pk-todo">
        <li><a href="/institutions"><span class="pk-todo-what">[[nav.institutions]]</span><span class="pk-todo-when"><xsl:value-of select="@institutions"/></span></a></li>
        <li><a href="/sites"><span class="pk-todo-what">[[nav.sites]]</span><span class="pk-todo-when"><xsl:value-of select="@sites"/></span></a></li>
        <li><a href="/agreements"><span class="pk-todo-what">[[front.agreements]]</span><span class="pk-todo-when"><xsl:value-of select="@agreements"/></span></a></li>
        <li><a href="/people"><span class="pk-todo-what">[[nav.people]]</span></a></li>
        <li><a href="/requirements"><span class="pk-todo-what">[[nav.requirements]]</span><span class="pk-todo-when"><xsl:value-of select="@requirements"/></span></a></li>
      </ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
