<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar as a month: a row a week with what begins, ends and is due on each day, and below the days a bar for what runs. Where
     there is too much of it the rest is counted and leads to the list of that day or week. Narrow screens show the same
     as an agenda: the days on which something happens, one below the other (css). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/calendar.xsl"/>

  <xsl:key name="events" match="events/event" use="concat(@day, @kind)"/>
  <xsl:key name="exams" match="exams/exam" use="@day"/>
  <xsl:key name="assess" match="assess/day" use="@day-key"/>
  <xsl:key name="dues" match="dues/due" use="@day"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="period" mode="name"/></xsl:template>
  <xsl:template match="period" mode="name">[[month.{@month}]] <xsl:value-of select="@year"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan = 1"><a class="ds-button" href="/activities/new">[[activity.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs">
    <div class="pk-calendar-head">
      <xsl:call-template name="calendar-views">
        <xsl:with-param name="here" select="'month'"/>
        <xsl:with-param name="month" select="concat('month=', period/@name)"/>
        <xsl:with-param name="term" select="concat('term=', period/@term)"/>
        <xsl:with-param name="days" select="concat('from=', period/@first, '&amp;to=', period/@last)"/>
      </xsl:call-template>
      <xsl:apply-templates select="period" mode="steps"/>
    </div>
  </xsl:template>
  <xsl:template match="period" mode="steps">
    <xsl:call-template name="calendar-steps"><xsl:with-param name="what" select="'month'"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="asked" mode="search"><xsl:with-param name="what" select="'month'"/></xsl:apply-templates>
    <table class="pk-month">
      <caption class="ds-sr-only">[[calendar.month_caption]]</caption>
      <thead>
        <tr>
          <th scope="col" class="pk-week-head">[[calendar.week]]</th>
          <th scope="col">[[weekday.1]]</th>
          <th scope="col">[[weekday.2]]</th>
          <th scope="col">[[weekday.3]]</th>
          <th scope="col">[[weekday.4]]</th>
          <th scope="col">[[weekday.5]]</th>
          <th scope="col" class="pk-weekend">[[weekday.6]]</th>
          <th scope="col" class="pk-weekend">[[weekday.7]]</th>
        </tr>
      </thead>
      <xsl:apply-templates select="period/week"/>
    </table>
    <xsl:call-template name="calendar-foot"><xsl:with-param name="ics" select="concat('/calendar/month.ics?month=', period/@name, asked/@more)"/></xsl:call-template>
  </xsl:template>

  <!-- A week: its days, then the first ten of the bars that have a line in it, then how many more run. -->
  <xsl:template match="week">
    <xsl:variable name="count" select="concat('n', position())"/>
    <xsl:variable name="bars" select="/page/bars/bar[@*[name() = $count]]"/>
    <xsl:variable name="rest" select="sum($bars[position() &gt; 10]/@*[name() = $count])"/>
    <tbody class="pk-week">
      <tr class="pk-week-days">
        <th scope="rowgroup" class="pk-week-number">
          <xsl:attribute name="rowspan"><xsl:value-of select="1 + count($bars[position() &lt;= 10]) + ($rest &gt; 0)"/></xsl:attribute>
          <a href="/calendar?from={@monday}&amp;to={@sunday}{/page/asked/@more}"><span class="pk-week-word">[[calendar.week]] </span><xsl:value-of select="@number"/></a>
          <xsl:if test="$bars"><span class="pk-week-run"><xsl:value-of select="sum($bars/@*[name() = $count])"/> [[calendar.run]]</span></xsl:if>
        </th>
        <xsl:apply-templates select="day"/>
      </tr>
      <xsl:apply-templates select="$bars[position() &lt;= 10]">
        <xsl:with-param name="week" select="."/>
        <xsl:with-param name="number" select="position()"/>
      </xsl:apply-templates>
      <xsl:if test="$rest &gt; 0">
        <tr class="pk-bar-row">
          <td colspan="7"><a class="pk-more" href="/calendar?from={@monday}&amp;to={@sunday}{/page/asked/@more}">+ <xsl:value-of select="$rest"/> [[calendar.more_run]]</a></td>
        </tr>
      </xsl:if>
    </tbody>
  </xsl:template>

  <xsl:template match="day">
    <xsl:variable name="due" select="key('dues', @date)"/>
    <xsl:variable name="exams" select="key('exams', @date)"/>
    <xsl:variable name="assess" select="key('assess', @date)"/>
    <xsl:variable name="starts" select="key('events', concat(@date, 'starts'))"/>
    <xsl:variable name="ends" select="key('events', concat(@date, 'ends'))"/>
    <td>
      <xsl:attribute name="class">pk-day<xsl:if test="@today"> pk-today</xsl:if><xsl:if test="@outside"> pk-outside</xsl:if><xsl:if test="@weekday &gt; 5"> pk-weekend</xsl:if><xsl:if test="not($starts or $ends or $due or $exams or $assess)"> pk-idle</xsl:if></xsl:attribute>
      <p class="pk-day-head">
        <a class="pk-day-number" href="/calendar?from={@date}&amp;to={@date}{/page/asked/@more}"><time datetime="{@date}"><span class="pk-day-word">[[weekday.{@weekday}]] </span><xsl:value-of select="@number"/><span class="pk-day-word">[[calendar.of_month]]</span></time></a>
        <xsl:if test="@today"><span class="pk-today-word">[[calendar.today]]</span></xsl:if>
      </p>
      <xsl:if test="$starts or $ends or $due or $exams or $assess">
        <ul class="pk-events">
          <xsl:apply-templates select="$due"/>
          <xsl:apply-templates select="$exams"/>
          <xsl:if test="$exams/@n &gt; 4"><li class="pk-event"><a class="pk-more" href="/calendar?from={@date}&amp;to={@date}{/page/asked/@more}">+ <xsl:value-of select="$exams/@n - 3"/> [[calendar.more_exams]]</a></li></xsl:if>
          <xsl:apply-templates select="$assess" mode="assess"/>
          <xsl:apply-templates select="$starts"/>
          <xsl:if test="$starts/@n &gt; 3"><li class="pk-event"><a class="pk-more" href="/calendar?from={@date}&amp;to={@date}{/page/asked/@more}">+ <xsl:value-of select="$starts/@n - 3"/> [[calendar.more_start]]</a></li></xsl:if>
          <xsl:apply-templates select="$ends"/>
          <xsl:if test="$ends/@n &gt; 3"><li class="pk-event"><a class="pk-more" href="/calendar?from={@date}&amp;to={@date}{/page/asked/@more}">+ <xsl:value-of select="$ends/@n - 3"/> [[calendar.more_end]]</a></li></xsl:if>
        </ul>
      </xsl:if>
    </td>
  </xsl:template>

  <xsl:template match="event">
    <li class="pk-event"><span class="pk-mark" data-mark="{@kind}" aria-hidden="true"></span><a href="/activities/{@id}"><span class="pk-event-word">[[calendar.{@kind}]] </span><xsl:value-of select="@name"/><span class="ds-sr-only">, [[status.{@status}]]</span></a></li>
  </xsl:template>

  <!-- A day in the assessment of students: due, or a meeting. -->
  <xsl:template match="day" mode="assess">
    <li class="pk-event pk-event-due">
      <span class="pk-mark" data-mark="due" aria-hidden="true"></span>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="calendar-assess-address"/></xsl:attribute>
        <xsl:value-of select="pk:label('calendar_assess.', @kind)"/>: <xsl:if test="@at"><xsl:apply-templates select="@at" mode="clock"/><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@name"/>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="exam">
    <li class="pk-event pk-event-exam">
      <span class="pk-icon pk-icon-exam" aria-hidden="true"></span>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="calendar-exam-address"/></xsl:attribute>
        <span class="pk-event-word">[[calendar_exam.exam]]: </span><xsl:apply-templates select="@starts-at" mode="clock"/><xsl:text> </xsl:text><xsl:value-of select="@name"/>
      </a>
    </li>
  </xsl:template>
  <!-- The last day to register, or the day that results are due. -->
  <xsl:template match="exam[@kind != 'exam']">
    <li class="pk-event pk-event-due">
      <span class="pk-mark" data-mark="due" aria-hidden="true"></span>
      <a>
        <xsl:attribute name="href"><xsl:call-template name="calendar-exam-address"/></xsl:attribute>
        <xsl:value-of select="pk:label('calendar_exam.', @kind)"/>: <xsl:value-of select="@name"/>
      </a>
    </li>
  </xsl:template>

  <!-- Answers due: the order, the orders of one activity, or the day. -->
  <xsl:template match="due">
    <li class="pk-event pk-event-due"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><a href="/calendar?from={@day}&amp;to={@day}{/page/asked/@more}">[[calendar.dues#@orders]]<xsl:if test="@overdue"> – [[calendar.overdue]]</xsl:if></a></li>
  </xsl:template>
  <xsl:template match="due[@activity]">
    <li class="pk-event pk-event-due"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><a href="/activities/{@activity}/sites?state=sent">[[calendar.dues#@orders]]: <xsl:value-of select="@name"/><xsl:if test="@overdue"> – [[calendar.overdue]]</xsl:if></a></li>
  </xsl:template>
  <xsl:template match="due[@id]" priority="2">
    <li class="pk-event pk-event-due"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><a href="/orders/{@id}"><xsl:if test="@overdue"><span class="pk-overdue">[[calendar.overdue]]: </span></xsl:if><span class="pk-event-word">[[calendar.due]]: </span><xsl:value-of select="@name"/></a></li>
  </xsl:template>
  <!-- The last day for wishes. -->
  <xsl:template match="due[@wishes]" priority="3">
    <li class="pk-event pk-event-due"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><a href="/activities/{@activity}/wishes">[[calendar.wishes]]: <xsl:value-of select="@name"/></a></li>
  </xsl:template>
  <xsl:template match="due[@registration]" priority="4">
    <li class="pk-event pk-event-due"><span class="pk-mark" data-mark="due" aria-hidden="true"></span><a href="/registrations/{@registration}/wishes">[[calendar.wishes]]: <xsl:value-of select="@name"/></a></li>
  </xsl:template>

  <!-- A bar in one week: where its line begins or ends there, else over all of it. -->
  <xsl:template match="bar">
    <xsl:param name="week"/>
    <xsl:param name="number"/>
    <xsl:variable name="left" select="@start-day * (@start-week = $number) + (@start-week != $number)"/>
    <xsl:variable name="right" select="@end-day * (@end-week = $number) + 7 * (@end-week != $number)"/>
    <tr class="pk-bar-row">
      <xsl:if test="$left &gt; 1"><td class="pk-gap"><xsl:attribute name="colspan"><xsl:value-of select="$left - 1"/></xsl:attribute></td></xsl:if>
      <td>
        <xsl:attribute name="colspan"><xsl:value-of select="$right - $left + 1"/></xsl:attribute>
        <xsl:apply-templates select="." mode="link">
          <xsl:with-param name="week" select="$week"/>
          <xsl:with-param name="number" select="$number"/>
          <xsl:with-param name="before" select="@went-on or @start-week &lt; $number"/>
          <xsl:with-param name="after" select="@goes-on or @end-week &gt; $number"/>
        </xsl:apply-templates>
      </td>
      <xsl:if test="$right &lt; 7"><td class="pk-gap"><xsl:attribute name="colspan"><xsl:value-of select="7 - $right"/></xsl:attribute></td></xsl:if>
    </tr>
  </xsl:template>
  <xsl:template match="bar" mode="link">
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <a href="/activities/{@id}" data-status="{@status}">
      <xsl:attribute name="class">pk-line<xsl:if test="$before"> pk-from-before</xsl:if><xsl:if test="$after"> pk-goes-on</xsl:if></xsl:attribute>
      <span class="pk-mark" data-status="{@status}" aria-hidden="true"></span><span class="pk-line-name"><xsl:value-of select="@name"/></span><span class="pk-line-word">[[status.{@status}]]</span>
    </a>
  </xsl:template>
  <xsl:template match="bar[@group-id]" mode="link">
    <xsl:param name="week"/>
    <xsl:param name="number"/>
    <xsl:param name="before"/>
    <xsl:param name="after"/>
    <xsl:variable name="filter"><xsl:call-template name="group-filter"><xsl:with-param name="id" select="@group-id"/></xsl:call-template></xsl:variable>
    <xsl:variable name="open" select="@*[name() = concat('open', $number)]"/>
    <a href="/calendar?from={$week/@monday}&amp;to={$week/@sunday}{$filter}">
      <xsl:attribute name="class">pk-line pk-line-many<xsl:if test="$before"> pk-from-before</xsl:if><xsl:if test="$after"> pk-goes-on</xsl:if></xsl:attribute>
      <span class="pk-line-name"><xsl:value-of select="@name"/></span>
      <strong class="pk-line-count"><xsl:value-of select="@*[name() = concat('n', $number)]"/><span class="ds-sr-only"><xsl:text> </xsl:text>[[calendar.run]]</span></strong>
      <xsl:if test="$open"><span class="pk-tally"><span class="pk-mark" data-status="capacity_missing" aria-hidden="true"></span><xsl:value-of select="$open"/> [[calendar.open]]</span></xsl:if>
    </a>
  </xsl:template>
</xsl:stylesheet>
