<?xml version="1.0" encoding="UTF-8"?>
<!-- What a search found, a few of each kind, each row a link; more is in the lists, which take the same words. The field is the
     header's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title">[[search.title]]</xsl:template>
  <xsl:template match="page[search/@q]" mode="title">[[search.title_of]]</xsl:template>
  <xsl:template match="page" mode="content">
    <div class="pk-found">
      <xsl:choose>
        <xsl:when test="not(search/@q)"><xsl:call-template name="search-help"/></xsl:when>
        <xsl:when test="orders/order or activities/activity or sessions/session or sites/site or units/unit or people/person or students/student">
          <xsl:apply-templates select="orders[order]" mode="group"/>
          <xsl:apply-templates select="activities[activity]" mode="group"/>
          <xsl:apply-templates select="sessions[session]" mode="group"/>
          <xsl:apply-templates select="students[student]" mode="group"/>
          <xsl:apply-templates select="people[person]" mode="group"/>
          <xsl:apply-templates select="sites[site]" mode="group"/>
          <xsl:apply-templates select="units[unit]" mode="group"/>
        </xsl:when>
        <xsl:otherwise>
          <div class="pk-empty" role="status"><p>[[search.nothing]]</p></div>
          <xsl:call-template name="search-help"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- What may be looked for, and where it all is. -->
  <xsl:template name="search-help">
    <section class="pk-section" aria-labelledby="help">
      <h2 class="ds-heading" id="help">[[search.help]]</h2>
      <p>[[search.help_words]]</p>
      <ul class="pk-todo">
        <li><a href="/calendar"><span class="pk-todo-what">[[search.activities]]</span><span class="pk-todo-more">[[search.help_activities]]</span></a></li>
        <xsl:if test="viewer/@see-exams = 1"><li><a href="/exam-sessions"><span class="pk-todo-what">[[exam_sessions.title]]</span><span class="pk-todo-more">[[search.help_sessions]]</span></a></li></xsl:if>
        <xsl:if test="viewer/@see-people = 1"><li><a href="/people"><span class="pk-todo-what">[[nav.people]]</span><span class="pk-todo-more">[[search.help_people]]</span></a></li></xsl:if>
        <xsl:if test="viewer/@see-students = 1"><li><a href="/students"><span class="pk-todo-what">[[nav.students]]</span><span class="pk-todo-more">[[search.help_students]]</span></a></li></xsl:if>
        <li><a href="/sites"><span class="pk-todo-what">[[nav.sites]]</span><span class="pk-todo-more">[[search.help_sites]]</span></a></li>
        <li><a href="/units"><span class="pk-todo-what">[[units.title]]</span><span class="pk-todo-more">[[search.help_units]]</span></a></li>
        <xsl:if test="viewer/@see-orders = 1"><li><a href="/orders"><span class="pk-todo-what">[[nav.orders]]</span><span class="pk-todo-more">[[search.help_orders]]</span></a></li></xsl:if>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="orders" mode="group">
    <section class="pk-section" aria-labelledby="orders">
      <div class="pk-section-head"><h2 class="ds-heading" id="orders">[[nav.orders]]</h2></div>
      <ul class="pk-todo"><xsl:apply-templates select="order" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="activities" mode="group">
    <section class="pk-section" aria-labelledby="activities">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="activities">[[search.activities]]</h2>
        <xsl:if test="activity/@more = 1"><a class="ds-link" href="/calendar?{/page/@query}">[[search.more_activities]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="activity" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="sessions" mode="group">
    <section class="pk-section" aria-labelledby="sessions">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="sessions">[[exam_sessions.title]]</h2>
        <xsl:if test="session/@more = 1"><a class="ds-link" href="/exam-sessions?{/page/@query}">[[search.more_sessions]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="session" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="people" mode="group">
    <section class="pk-section" aria-labelledby="people">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="people">[[nav.people]]</h2>
        <xsl:if test="person/@more = 1"><a class="ds-link" href="/people?{/page/@query}">[[search.more_people]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="person" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="students" mode="group">
    <section class="pk-section" aria-labelledby="students">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="students">[[nav.students]]</h2>
        <xsl:if test="student/@more = 1"><a class="ds-link" href="/students?{/page/@query}">[[search.more_students]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="student" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="sites" mode="group">
    <section class="pk-section" aria-labelledby="sites">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="sites">[[nav.sites]]</h2>
        <xsl:if test="site/@more = 1"><a class="ds-link" href="/sites?{/page/@query}">[[search.more_sites]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="site" mode="hit"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="units" mode="group">
    <section class="pk-section" aria-labelledby="units">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="units">[[units.title]]</h2>
        <xsl:if test="unit/@more = 1"><a class="ds-link" href="/units?{/page/@query}">[[search.more_units]]</a></xsl:if>
      </div>
      <ul class="pk-todo"><xsl:apply-templates select="unit" mode="hit"/></ul>
    </section>
  </xsl:template>

  <xsl:template match="order" mode="hit">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what">[[search.order]]</span>
        <span class="pk-todo-more"><xsl:value-of select="@activity"/> · <xsl:value-of select="@institution"/> → <xsl:value-of select="@site"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="activity" mode="hit">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="period"/> · <xsl:value-of select="@institution"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="session" mode="hit">
    <li>
      <a href="/exam-sessions/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="exam-when"/> · <xsl:value-of select="@institution"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-stage="{@stage}">[[exam_stage.{@stage}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="person" mode="hit">
    <li>
      <a href="/people/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:if test="@role">[[role.{@role}]]<xsl:if test="@organisation">, <xsl:value-of select="@organisation"/></xsl:if> · </xsl:if><xsl:value-of select="@email"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="student" mode="hit">
    <li>
      <a href="/placements/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:value-of select="@unit"/> · <xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when"><xsl:call-template name="period"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="site" mode="hit">
    <li>
      <a href="/sites/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[kind.{@kind}]]<xsl:if test="@municipality">, <xsl:value-of select="@municipality"/></xsl:if></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="unit" mode="hit">
    <li>
      <a href="/units/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:value-of select="@site"/><xsl:if test="@above"> › <xsl:value-of select="@above"/></xsl:if></span>
        <xsl:if test="@closed = 1"><span class="pk-todo-when"><span class="ds-tag pk-tag" data-validity="ended">[[unit.closed]]</span></span></xsl:if>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
