<?xml version="1.0" encoding="UTF-8"?>
<!-- The placement calendar: one line an occurrence, an activity or each of its classes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/calendar.xsl"/>

  <xsl:template match="page" mode="title">[[nav.calendar]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/activities/new">[[activity.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <div class="pk-calendar-head">
      <xsl:call-template name="calendar-views">
        <xsl:with-param name="here" select="'list'"/>
        <xsl:with-param name="month"><xsl:if test="asked/filter[@name = 'from']">month=<xsl:value-of select="substring(asked/filter[@name = 'from']/@value, 1, 7)"/></xsl:if></xsl:with-param>
        <xsl:with-param name="term"><xsl:if test="asked/filter[@name = 'term']">term=<xsl:value-of select="asked/filter[@name = 'term']/@value"/></xsl:if></xsl:with-param>
      </xsl:call-template>
    </div>
    <xsl:if test="not(asked/filter[@name = 'from' or @name = 'to'])">
    <nav class="pk-tabs" aria-label="[[calendar.which]]">
      <ul>
        <xsl:choose>
          <xsl:when test="occurrences/filter[@name = 'status']/@value = 'all'">
            <li><a href="/calendar">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all" aria-current="page">[[calendar.all]]</a></li>
          </xsl:when>
          <xsl:when test="occurrences/filter[@name = 'status']/@value = 'completed'">
            <li><a href="/calendar">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed" aria-current="page">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all">[[calendar.all]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/calendar" aria-current="page">[[calendar.coming]]</a></li>
            <li><a href="/calendar?status=completed">[[calendar.past]]</a></li>
            <li><a href="/calendar?status=all">[[calendar.all]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
      </ul>
    </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="asked/filter[@name = 'from' or @name = 'to']">
      <p class="pk-asked">
        <strong>[[calendar.days_asked]]</strong><xsl:text> </xsl:text>
        <xsl:call-template name="date"><xsl:with-param name="date" select="asked/filter[@name = 'from']/@value"/></xsl:call-template>
        <xsl:if test="asked/filter[@name = 'to'] and not(asked/filter[@name = 'to']/@value = asked/filter[@name = 'from']/@value)">–<xsl:call-template name="date"><xsl:with-param name="date" select="asked/filter[@name = 'to']/@value"/></xsl:call-template></xsl:if>
        <xsl:text> </xsl:text>
        <a class="ds-link" href="/calendar{substring('?', 1, string-length(asked/@more))}{substring(asked/@more, 2)}">[[calendar.all_days]]</a>
      </p>
    </xsl:if>
    <xsl:apply-templates select="dues"/>
    <xsl:apply-templates select="exams"/>
    <xsl:apply-templates select="assess"/>
    <xsl:apply-templates select="occurrences" mode="list"/>
    <p><a class="ds-link pk-download" href="/calendar.ics{substring('?', 1, string-length(@query))}{@query}"><span class="pk-icon pk-icon-calendar" aria-hidden="true"></span>[[calendar.ics]]</a></p>
  </xsl:template>

  <!-- Answers due in the days asked for. -->
  <xsl:template match="dues"/>
  <xsl:template match="dues[due]">
    <section class="pk-section" aria-labelledby="dues">
      <h2 id="dues">[[calendar.dues_heading]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="due"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="due">
    <li><a href="/activities/{@activity}/sites?state=sent"><span class="pk-todo-what"><xsl:value-of select="@name"/></span><span class="pk-todo-more">[[calendar.dues#@orders]]</span><span class="pk-todo-when"><xsl:apply-templates select="." mode="day"/></span></a></li>
  </xsl:template>
  <xsl:template match="due[@id]">
    <li><a href="/orders/{@id}"><span class="pk-todo-what"><xsl:value-of select="@name"/></span><span class="pk-todo-more"><xsl:value-of select="@site"/></span><span class="pk-todo-when"><xsl:apply-templates select="." mode="day"/></span></a></li>
  </xsl:template>
  <xsl:template match="due[@wishes]" priority="2">
    <li>
      <a>
        <xsl:attribute name="href"><xsl:choose><xsl:when test="@registration">/registrations/<xsl:value-of select="@registration"/></xsl:when><xsl:otherwise>/activities/<xsl:value-of select="@activity"/></xsl:otherwise></xsl:choose>/wishes</xsl:attribute>
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more">[[calendar.wishes]]</span>
        <span class="pk-todo-when"><xsl:apply-templates select="." mode="day"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="due" mode="day"><time datetime="{@due-on}"><xsl:value-of select="@due-on-text"/></time><xsl:if test="@overdue"> · <span class="pk-late">[[calendar.overdue]]</span></xsl:if></xsl:template>
  <xsl:template match="occurrences" mode="filters"><xsl:call-template name="calendar-filters"/></xsl:template>
  <xsl:template match="occurrences" mode="empty">
    <p>[[calendar.empty]]</p>
    <xsl:if test="/page/viewer/@plan = 1"><p><a class="ds-button" href="/activities/new">[[activity.new]]</a></p></xsl:if>
  </xsl:template>
  <!-- The end stands with the start, and what is due with the status; staff of one institution need not read its name, nor a site what others
       want. -->
  <xsl:template match="occurrences/column[@name = 'ends']"/>
  <xsl:template match="occurrences/column[@name = 'unanswered' or @name = 'due_on']"/>
  <xsl:template match="occurrences/column[@name = 'institution' and ../occurrence/@own-only]"/>
  <xsl:template match="occurrences/column[@name = 'places_wanted' and ../occurrence/@foreign-only]"/>
  <xsl:template match="occurrences/column[@name = 'starts']">
    <th scope="col"><a class="pk-sort" href="{@href}">[[column.period]]</a></th>
  </xsl:template>
  <xsl:template match="occurrences/column[@name = 'starts' and @sorted = 'up']">
    <th scope="col" aria-sort="ascending"><a class="pk-sort" href="{@href}">[[column.period]]<span class="pk-icon pk-icon-up" aria-hidden="true"></span></a></th>
  </xsl:template>
  <xsl:template match="occurrences/column[@name = 'starts' and @sorted = 'down']">
    <th scope="col" aria-sort="descending"><a class="pk-sort" href="{@href}">[[column.period]]<span class="pk-icon pk-icon-down" aria-hidden="true"></span></a></th>
  </xsl:template>
  <!-- A class wants its own places; what is ordered and confirmed is the whole activity's. -->
  <xsl:template match="occurrence" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/activities/{@id}"><xsl:value-of select="@name"/></a></th>
      <xsl:if test="not(@own-only)"><td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td></xsl:if>
      <td data-label="[[column.period]]"><span class="pk-period"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time>–<time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></span><xsl:text> </xsl:text><span class="pk-weeks">[[format.weeks]]</span></td>
      <xsl:if test="not(@foreign-only)"><td data-label="[[column.places_wanted]]" class="pk-number"><xsl:value-of select="@places-wanted"/></td></xsl:if>
      <td data-label="[[column.places_ordered]]" class="pk-number"><xsl:value-of select="@places-ordered"/><xsl:if test="@class"><span class="pk-sub">[[calendar.in_all]]</span></xsl:if></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/><xsl:if test="@class"><span class="pk-sub">[[calendar.in_all]]</span></xsl:if></td>
      <td data-label="[[column.status]]"><span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span><xsl:if test="@due-on"><span class="pk-sub">[[calendar.dues_by#@unanswered]]</span></xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
