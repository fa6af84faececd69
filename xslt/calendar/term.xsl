<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar as a term: a bar an activity over the weeks, gathered under headings that open and close. The table's columns are
     the weeks, so that a bar is a cell over several of them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/calendar.xsl"/>

  <xsl:key name="bars" match="bars/bar" use="@group-id"/>
  <xsl:key name="months" match="period/week" use="@month-name"/>

  <xsl:template match="page" mode="title"><xsl:call-template name="term"><xsl:with-param name="term" select="period/@name"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/activities/new">[[activity.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <div class="pk-calendar-head">
      <xsl:call-template name="calendar-views">
        <xsl:with-param name="here" select="'term'"/>
        <xsl:with-param name="month" select="concat('month=', period/@month)"/>
        <xsl:with-param name="term" select="concat('term=', period/@name)"/>
        <xsl:with-param name="days" select="concat('from=', period/@first, '&amp;to=', period/@last)"/>
      </xsl:call-template>
      <xsl:apply-templates select="period" mode="steps"/>
    </div>
  </xsl:template>
  <xsl:template match="period" mode="steps">
    <xsl:call-template name="calendar-steps"><xsl:with-param name="what" select="'term'"/></xsl:call-template>
  </xsl:template>

  <!-- A few lines: all in one table. Many: a table a heading, closed until one wants it. -->
  <xsl:template match="page" mode="content">
    <xsl:variable name="all" select="sum(groups/group/@n)"/>
    <xsl:apply-templates select="asked" mode="search"><xsl:with-param name="what" select="'term'"/></xsl:apply-templates>
    <xsl:choose>
      <xsl:when test="$all = 0"><div class="pk-empty" role="status"><p>[[calendar.term_empty]]</p></div></xsl:when>
      <xsl:otherwise>
        <p class="pk-total" role="status">[[calendar.lines_in_all#sum(groups/group/@n)]]</p>
        <div class="pk-groups">
          <xsl:choose>
            <xsl:when test="$all &lt;= 40 or count(groups/group) = 1">
              <table class="pk-term">
                <xsl:call-template name="term-head"/>
                <xsl:apply-templates select="groups/group" mode="rows"/>
              </table>
              <xsl:apply-templates select="groups/group" mode="rest"/>
            </xsl:when>
            <xsl:otherwise><xsl:apply-templates select="groups/group" mode="closed"/></xsl:otherwise>
          </xsl:choose>
        </div>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="exams"/>
    <xsl:apply-templates select="assess"/>
    <xsl:call-template name="calendar-foot"><xsl:with-param name="ics" select="concat('/calendar/term.ics?term=', period/@name, asked/@more)"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="group" mode="rows">
    <tbody>
      <tr class="pk-term-group">
        <th scope="rowgroup"><xsl:attribute name="colspan"><xsl:value-of select="count(/page/period/week) + 1"/></xsl:attribute><span class="pk-group-line"><span class="pk-group-name"><xsl:value-of select="@name"/></span><xsl:text> </xsl:text><span class="pk-group-count">[[calendar.lines#@n]]</span><xsl:text> </xsl:text><xsl:call-template name="tallies"/></span></th>
      </tr>
      <xsl:apply-templates select="key('bars', @id)"/>
    </tbody>
  </xsl:template>

  <xsl:template match="group" mode="closed">
    <details class="pk-group">
      <summary><span class="pk-group-name"><xsl:value-of select="@name"/></span><xsl:text> </xsl:text><span class="pk-group-count">[[calendar.lines#@n]]</span><xsl:text> </xsl:text><xsl:call-template name="tallies"/></summary>
      <xsl:if test="key('bars', @id)">
        <table class="pk-term">
          <caption class="ds-sr-only"><xsl:value-of select="@name"/></caption>
          <xsl:call-template name="term-head"/>
          <tbody><xsl:apply-templates select="key('bars', @id)"/></tbody>
        </table>
      </xsl:if>
      <xsl:apply-templates select="." mode="rest"/>
    </details>
  </xsl:template>

  <!-- Of a heading with more lines than are shown: the way to it alone, or to its list. -->
  <xsl:template match="group" mode="rest"/>
  <xsl:template match="group[@n &gt; count(key('bars', @id))]" mode="rest">
    <xsl:variable name="filter"><xsl:call-template name="group-filter"><xsl:with-param name="id" select="@id"/></xsl:call-template></xsl:variable>
    <p class="pk-more-line">
      <xsl:choose>
        <xsl:when test="count(/page/groups/group) = 1"><a class="ds-link" href="/calendar?from={/page/period/@first}&amp;to={/page/period/@last}{$filter}">[[calendar.group_alone]]</a></xsl:when>
        <xsl:otherwise><a class="ds-link" href="/calendar/term?term={/page/period/@name}{$filter}">[[calendar.group_alone]]</a></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <xsl:template name="term-head">
    <colgroup><col class="pk-term-name"/></colgroup>
    <colgroup><xsl:attribute name="span"><xsl:value-of select="count(/page/period/week)"/></xsl:attribute></colgroup>
    <thead>
      <tr>
        <th scope="col" rowspan="2">[[column.activity]]</th>
        <xsl:apply-templates select="/page/period/week[generate-id() = generate-id(key('months', @month-name)[1])]" mode="month"/>
      </tr>
      <tr><xsl:apply-templates select="/page/period/week" mode="head"/></tr>
    </thead>
  </xsl:template>

  <xsl:template match="week" mode="month">
    <th scope="colgroup">
      <xsl:attribute name="colspan"><xsl:value-of select="count(key('months', @month-name))"/></xsl:attribute>
      <a href="/calendar/month?month={@month-name}{/page/asked/@more}">[[month.{@month}]]</a>
    </th>
  </xsl:template>
  <xsl:template match="week" mode="head"><th scope="col"><span class="ds-sr-only">[[calendar.week]] </span><xsl:value-of select="@number"/></th></xsl:template>
  <xsl:template match="week[@current]" mode="head"><th scope="col" class="pk-term-today"><span class="ds-sr-only">[[calendar.this_week]] </span><xsl:value-of select="@number"/></th></xsl:template>

  <!-- Before the bar the week in which the first answer is due, when it comes before; after it what is left of the term. -->
  <xsl:template match="bar">
    <xsl:variable name="due" select="@due-week &lt; @week"/>
    <tr>
      <th scope="row">
        <a class="ds-link" href="/activities/{@id}"><xsl:value-of select="@name"/></a>
      </th>
      <xsl:choose>
        <xsl:when test="$due">
          <xsl:if test="@due-week &gt; 1"><td class="pk-gap" colspan="{@due-week - 1}"></td></xsl:if>
          <td class="pk-term-due"><xsl:apply-templates select="." mode="due"/></td>
          <xsl:if test="@week - @due-week &gt; 1"><td class="pk-gap" colspan="{@week - @due-week - 1}"></td></xsl:if>
        </xsl:when>
        <xsl:when test="@week &gt; 1"><td class="pk-gap" colspan="{@week - 1}"></td></xsl:when>
      </xsl:choose>
      <td class="pk-term-bar" colspan="{@weeks}">
        <span data-status="{@status}"><xsl:attribute name="class">pk-line<xsl:if test="@went-on"> pk-from-before</xsl:if><xsl:if test="@goes-on"> pk-goes-on</xsl:if></xsl:attribute><span class="pk-mark" data-status="{@status}" aria-hidden="true"></span><span class="pk-line-name">[[status.{@status}]]<span class="pk-line-period">, [[format.weeks]]</span></span></span>
        <xsl:if test="not($due)"><xsl:apply-templates select="." mode="due"/></xsl:if>
      </td>
      <xsl:variable name="after" select="count(/page/period/week) - @week - @weeks + 1"/>
      <xsl:if test="$after &gt; 0"><td class="pk-gap" colspan="{$after}"></td></xsl:if>
    </tr>
  </xsl:template>
  <xsl:template match="bar" mode="due"/>
  <xsl:template match="bar[@due-on]" mode="due">
    <a class="pk-due" href="/activities/{@id}/sites?state=sent" title="[[calendar.dues_by#@unanswered]]"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><span class="pk-due-text">[[calendar.dues_by#@unanswered]]</span></a>
  </xsl:template>
</xsl:stylesheet>
