<?xml version="1.0" encoding="UTF-8"?>
<!-- What the views of the placement calendar share: the way between them with the filters kept, the filters, how a status
     looks. Document: asked (server/list.h), programmes, institutions, sites. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="exams.xsl"/>

  <!-- Month, term, list. month, term: where the other views begin; from, to: the days of the list, or empty. -->
  <xsl:template name="calendar-views">
    <xsl:param name="here"/>
    <xsl:param name="month"/>
    <xsl:param name="term"/>
    <xsl:param name="days"/>
    <xsl:variable name="more" select="/page/asked/@more"/>
    <nav class="pk-views" aria-label="[[calendar.view]]">
      <ul>
        <li><xsl:call-template name="calendar-view"><xsl:with-param name="name" select="'month'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="href" select="concat('/calendar/month', substring('?', 1, string-length(concat($month, $more))), substring(concat(substring('&amp;', 1, string-length($month)), $month, $more), 2))"/></xsl:call-template></li>
        <li><xsl:call-template name="calendar-view"><xsl:with-param name="name" select="'term'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="href" select="concat('/calendar/term', substring('?', 1, string-length(concat($term, $more))), substring(concat(substring('&amp;', 1, string-length($term)), $term, $more), 2))"/></xsl:call-template></li>
        <li><xsl:call-template name="calendar-view"><xsl:with-param name="name" select="'list'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="href" select="concat('/calendar', substring('?', 1, string-length(concat($days, $more))), substring(concat(substring('&amp;', 1, string-length($days)), $days, $more), 2))"/></xsl:call-template></li>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template name="calendar-view">
    <xsl:param name="name"/>
    <xsl:param name="here"/>
    <xsl:param name="href"/>
    <a href="{$href}">
      <xsl:if test="$name = $here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:value-of select="pk:label('calendar.view_', $name)"/>
    </a>
  </xsl:template>

  <!-- Previous, today's, next; each empty when there is none. what: month or term. -->
  <xsl:template name="calendar-steps">
    <xsl:param name="what"/>
    <xsl:variable name="path" select="concat('/calendar/', $what, '?', $what, '=')"/>
    <xsl:variable name="more" select="/page/asked/@more"/>
    <nav class="pk-steps" aria-label="{pk:label('calendar.steps_', $what)}">
      <ul>
        <xsl:if test="@previous"><li><a class="ds-button" data-variant="secondary" rel="prev" href="{$path}{@previous}{$more}"><span class="pk-icon pk-icon-left" aria-hidden="true"></span><span class="ds-sr-only"><xsl:value-of select="pk:label('calendar.previous_', $what)"/></span></a></li></xsl:if>
        <li><a class="ds-button" data-variant="secondary" href="/calendar/{$what}{substring('?', 1, string-length($more))}{substring($more, 2)}"><xsl:value-of select="pk:label('calendar.this_', $what)"/></a></li>
        <xsl:if test="@next"><li><a class="ds-button" data-variant="secondary" rel="next" href="{$path}{@next}{$more}"><span class="ds-sr-only"><xsl:value-of select="pk:label('calendar.next_', $what)"/></span><span class="pk-icon pk-icon-right" aria-hidden="true"></span></a></li></xsl:if>
      </ul>
    </nav>
  </xsl:template>

  <!-- On the element whose children the filters are. -->
  <xsl:template name="calendar-filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'status'"/>
      <xsl:with-param name="values" select="'all planning ordered capacity_missing capacity_confirmed allocating shared running completed cancelled'"/>
      <xsl:with-param name="prefix" select="'status.'"/>
    </xsl:call-template>
    <xsl:if test="/page/terms">
      <xsl:call-template name="filter-terms"><xsl:with-param name="rows" select="/page/terms/term"/></xsl:call-template>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="count(/page/programmes/programme) &gt; 1">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'programme'"/><xsl:with-param name="rows" select="/page/programmes/programme"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'programme']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'institution'"/><xsl:with-param name="rows" select="/page/institutions/institution"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/sites/site) &gt; 1 and count(/page/sites/site) &lt;= 60">
        <xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'site'"/><xsl:with-param name="rows" select="/page/sites/site"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'site']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="filter[@name = 'from' or @name = 'to']"/>
  </xsl:template>

  <!-- The form of a month or term, which its `period` parameter goes along with. -->
  <xsl:template match="asked" mode="search">
    <xsl:param name="what"/>
    <form class="pk-search" method="get" action="{/page/@path}" role="search" aria-label="[[calendar.which]]">
      <xsl:apply-templates select="filter[@name = $what]"/>
      <div class="ds-field pk-search-text">
        <label for="q">[[list.search]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{filter[@name = 'q']/@value}" autocomplete="off"/>
      </div>
      <xsl:call-template name="calendar-filters"/>
      <button class="ds-button" data-variant="secondary" type="submit"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
      <xsl:if test="@more">
        <a class="ds-button" data-variant="tertiary">
          <xsl:attribute name="href"><xsl:value-of select="/page/@path"/><xsl:if test="filter[@name = $what]">?<xsl:value-of select="$what"/>=<xsl:value-of select="filter[@name = $what]/@value"/></xsl:if></xsl:attribute>
          <xsl:text>[[list.clear]]</xsl:text>
        </a>
      </xsl:if>
    </form>
  </xsl:template>

  <!-- What is below the calendar: how each status looks, and the calendar as a file. -->
  <xsl:template name="calendar-foot">
    <xsl:param name="ics"/>
    <div class="pk-calendar-foot">
      <ul class="pk-legend" aria-label="[[calendar.legend]]">
        <li><span class="pk-mark" data-mark="due" aria-hidden="true"></span>[[calendar.due]]</li>
        <xsl:if test="/page/viewer/@see-exams = 1 or /page/viewer/@student = 1"><li><span class="pk-icon pk-icon-exam" aria-hidden="true"></span>[[calendar_exam.exam]]</li></xsl:if>
        <li><span class="pk-mark" data-status="planning" aria-hidden="true"></span>[[status.planning]]</li>
        <li><span class="pk-mark" data-status="ordered" aria-hidden="true"></span>[[status.ordered]]</li>
        <li><span class="pk-mark" data-status="capacity_missing" aria-hidden="true"></span>[[status.capacity_missing]]</li>
        <li><span class="pk-mark" data-status="capacity_confirmed" aria-hidden="true"></span>[[status.capacity_confirmed]]</li>
        <li><span class="pk-mark" data-status="allocating" aria-hidden="true"></span>[[status.allocating]]</li>
        <li><span class="pk-mark" data-status="shared" aria-hidden="true"></span>[[status.shared]]</li>
        <li><span class="pk-mark" data-status="running" aria-hidden="true"></span>[[status.running]]</li>
        <li><span class="pk-mark" data-status="completed" aria-hidden="true"></span>[[status.completed]]</li>
        <li><span class="pk-mark" data-status="cancelled" aria-hidden="true"></span>[[status.cancelled]]</li>
      </ul>
      <a class="ds-link pk-download" href="{$ics}"><span class="pk-icon pk-icon-calendar" aria-hidden="true"></span>[[calendar.ics]]</a>
    </div>
  </xsl:template>

  <!-- How many of a gathered bar have which status: @planning … @cancelled. -->
  <xsl:template name="tallies">
    <span class="pk-tallies">
      <xsl:apply-templates select="@capacity-missing | @planning | @ordered | @capacity-confirmed | @allocating | @shared | @running | @completed | @cancelled" mode="tally"/>
    </span>
  </xsl:template>
  <xsl:template match="@*" mode="tally">
    <xsl:variable name="status" select="translate(local-name(), '-', '_')"/>
    <span class="pk-tally"><span class="pk-mark" data-status="{$status}" aria-hidden="true"></span><xsl:value-of select="."/><span class="ds-sr-only"><xsl:text> </xsl:text><xsl:value-of select="pk:label('status.', $status)"/></span></span>
  </xsl:template>

  <!-- The list of what is under a heading: its programme or institution besides the filters in force. -->
  <xsl:template name="group-filter" pk:plain="yes">
    <xsl:param name="id"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="/page/viewer/@many-institutions = 1 or /page/viewer/@site-side = 1">institution</xsl:when>
        <xsl:otherwise>programme</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:if test="not(/page/asked/filter[@name = $name])">&amp;<xsl:value-of select="$name"/>=<xsl:value-of select="$id"/></xsl:if>
    <xsl:value-of select="/page/asked/@more"/>
  </xsl:template>

  <!-- Exams as a list, in the order of their days (fragment calendar_exams). -->
  <xsl:template match="exams"/>
  <xsl:template match="exams[exam]">
    <section class="pk-section" aria-labelledby="exams">
      <h2 class="ds-heading" id="exams">[[calendar.exams]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="exam" mode="line"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="exam" mode="line">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="calendar-exam-address"/></xsl:attribute>
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:value-of select="pk:label('calendar_exam.', @kind)"/><xsl:text> · </xsl:text><xsl:value-of select="@institution"/><xsl:if test="@kind = 'exam' and @place"><xsl:text> · </xsl:text><xsl:value-of select="@place"/></xsl:if></span>
        <span class="pk-todo-when"><xsl:apply-templates select="." mode="when"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="exam" mode="when"><time datetime="{@day}"><xsl:value-of select="@day-text"/></time></xsl:template>
  <xsl:template match="exam[@kind = 'exam']" mode="when"><xsl:call-template name="exam-when"/></xsl:template>
  <xsl:template name="calendar-exam-address" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@candidate">/candidates/<xsl:value-of select="@candidate"/></xsl:when>
      <xsl:when test="@kind = 'registers'">/exam-sessions/<xsl:value-of select="@id"/>/register</xsl:when>
      <xsl:when test="@kind = 'results'">/exam-sessions/<xsl:value-of select="@id"/>/results</xsl:when>
      <xsl:otherwise>/exam-sessions/<xsl:value-of select="@id"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Days in the assessment of students, in their order (fragment calendar_assessments). -->
  <xsl:template match="assess"/>
  <xsl:template match="assess[day]">
    <section class="pk-section" aria-labelledby="assess">
      <h2 class="ds-heading" id="assess">[[calendar.assess]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="day" mode="line"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="assess/day" mode="line">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="calendar-assess-address"/></xsl:attribute>
        <span class="pk-todo-what"><xsl:value-of select="pk:label('calendar_assess.', @kind)"/></span>
        <span class="pk-todo-more"><xsl:value-of select="@name"/><xsl:if test="@n &gt; 1"><xsl:text> · </xsl:text>[[calendar_assess.students#@n]]</xsl:if></span>
        <span class="pk-todo-when"><time datetime="{@day}"><xsl:value-of select="@day-text"/></time><xsl:if test="@at"><xsl:text> </xsl:text>[[exam.at]]<xsl:text> </xsl:text><xsl:apply-templates select="@at" mode="clock"/></xsl:if></span>
      </a>
    </li>
  </xsl:template>
  <!-- One student's, else all whom one follows. -->
  <xsl:template name="calendar-assess-address" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@placement">/placements/<xsl:value-of select="@placement"/>/assessment</xsl:when>
      <xsl:otherwise>/students</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
