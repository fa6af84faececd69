<?xml version="1.0" encoding="UTF-8"?>
<!-- The placement calendar for calendar programs (RFC 5545): each line an all-day event that does not make anyone busy, each
     day with answers due and each last day for wishes one more, exams and meetings at their hours. One property a line; fcgi/view/ics.h folds them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:output method="text" encoding="UTF-8"/>
  <!-- What the calendar is called: a label. -->
  <xsl:variable name="calendar" select="'nav.calendar'"/>
  <xsl:variable name="host" select="substring-after(/page/@base, '://')"/>

  <xsl:template match="/page">
    <xsl:text>BEGIN:VCALENDAR&#10;VERSION:2.0&#10;PRODID:-//Praktikum//Praktikum//</xsl:text>
    <xsl:value-of select="translate(@lang, 'nbvse', 'NBVSE')"/>
    <xsl:text>&#10;CALSCALE:GREGORIAN&#10;X-WR-CALNAME:</xsl:text>
    <xsl:value-of select="pk:ics(pk:label($calendar))"/>
    <xsl:text>&#10;</xsl:text>
    <xsl:apply-templates select="." mode="subscription"/>
    <xsl:if test="exams/exam[@kind = 'exam'] or assess/day[@at]"><xsl:call-template name="zone"/></xsl:if>
    <xsl:apply-templates select="events/event | placements/placement | follows/follow | courses/course | dues/due | exams/exam | assess/day"/>
    <xsl:text>END:VCALENDAR&#10;</xsl:text>
  </xsl:template>

  <!-- How often to come back: of a calendar that is subscribed to. -->
  <xsl:template match="page" mode="subscription"/>

  <xsl:template match="event">
    <xsl:text>BEGIN:VEVENT&#10;UID:activity-</xsl:text>
    <xsl:value-of select="@id"/>
    <xsl:if test="@class != ''">-<xsl:value-of select="@class"/></xsl:if>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@starts"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(@name)"/>
    <xsl:text>&#10;STATUS:</xsl:text>
    <xsl:choose>
      <xsl:when test="@status = 'cancelled' or @cancelled = 1">CANCELLED</xsl:when>
      <xsl:when test="@status = 'planning' or @status = 'ordered' or @status = 'capacity_missing'">TENTATIVE</xsl:when>
      <xsl:otherwise>CONFIRMED</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;CATEGORIES:</xsl:text><xsl:value-of select="pk:ics(pk:label('status.', @status))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.status'), ': ', pk:label('status.', @status), '&#10;', pk:label('column.institution'), ': ', @institution))"/>
    <xsl:apply-templates select="@places-wanted | @places-ordered | @places-confirmed"/>
    <xsl:text>&#10;URL:</xsl:text><xsl:value-of select="concat(/page/@base, '/activities/', @id)"/>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="@*">
    <xsl:text>\n</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.', translate(local-name(), '-', '_')), ': ', .))"/>
  </xsl:template>

  <xsl:template match="due">
    <xsl:text>BEGIN:VEVENT&#10;UID:due-</xsl:text>
    <xsl:apply-templates select="." mode="due"/>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@due"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:counted(@orders, 'calendar.dues'), ': ', @name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>CATEGORIES:</xsl:text><xsl:value-of select="pk:ics(pk:label('calendar.due'))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:if test="@site">\n<xsl:value-of select="pk:ics(concat(pk:label('column.site'), ': ', @site))"/></xsl:if>
    <xsl:if test="@last">\n<xsl:value-of select="pk:ics(concat(pk:label('column.due_on'), ': ', @due-on-text, ' – ', @last-text))"/></xsl:if>
    <xsl:if test="@overdue">\n<xsl:value-of select="pk:ics(pk:label('calendar.overdue'))"/></xsl:if>
    <xsl:text>&#10;URL:</xsl:text>
    <xsl:value-of select="/page/@base"/>
    <xsl:choose>
      <xsl:when test="@id"><xsl:value-of select="concat('/orders/', @id)"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('/activities/', @activity, '/sites?state=sent')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <!-- What tells a due day from others: of a page's file the day, for it is what the page shows. -->
  <xsl:template match="due" mode="due"><xsl:value-of select="concat(@activity, '-', @due)"/></xsl:template>

  <xsl:template match="due[@wishes]">
    <xsl:text>BEGIN:VEVENT&#10;UID:wishes-</xsl:text>
    <xsl:value-of select="@activity"/>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@due"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:label('calendar.wishes'), ': ', @name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>CATEGORIES:</xsl:text><xsl:value-of select="pk:ics(pk:label('calendar.wishes'))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:text>&#10;URL:</xsl:text>
    <xsl:value-of select="/page/@base"/>
    <xsl:choose>
      <xsl:when test="@registration"><xsl:value-of select="concat('/registrations/', @registration, '/wishes')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('/activities/', @activity, '/wishes')"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <!-- An exam, at the hours of the wall; the last day to register, and the day results are due, as whole days. -->
  <xsl:template match="exam">
    <xsl:text>BEGIN:VEVENT&#10;UID:</xsl:text>
    <xsl:value-of select="concat(@kind, '-', @id)"/>
    <xsl:choose>
      <xsl:when test="@kind = 'exam'"><xsl:call-template name="hours"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="days"><xsl:with-param name="from" select="substring-before(@from, 'T')"/><xsl:with-param name="until" select="substring-before(@until, 'T')"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:label('calendar_exam.', @kind), ': ', @name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>CATEGORIES:</xsl:text><xsl:value-of select="pk:ics(pk:label('calendar_exam.', @kind))"/>
    <xsl:if test="@place"><xsl:text>&#10;LOCATION:</xsl:text><xsl:value-of select="pk:ics(@place)"/></xsl:if>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:text>&#10;URL:</xsl:text>
    <xsl:value-of select="/page/@base"/>
    <xsl:choose>
      <xsl:when test="@candidate"><xsl:value-of select="concat('/candidates/', @candidate)"/></xsl:when>
      <xsl:when test="@kind = 'registers'"><xsl:value-of select="concat('/exam-sessions/', @id, '/register')"/></xsl:when>
      <xsl:when test="@kind = 'results'"><xsl:value-of select="concat('/exam-sessions/', @id, '/results')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat('/exam-sessions/', @id)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <!-- A day in the assessment of students. A meeting that is moved is the same meeting, and stands at its hour when it has one. -->
  <xsl:template match="day">
    <xsl:text>BEGIN:VEVENT&#10;UID:assess-</xsl:text>
    <xsl:choose>
      <xsl:when test="@doubt"><xsl:value-of select="concat(@kind, '-', @doubt)"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="assess"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@at"><xsl:call-template name="hours"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="days"><xsl:with-param name="from" select="@from"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:label('calendar_assess.', @kind), ': ', @name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>CATEGORIES:</xsl:text><xsl:value-of select="pk:ics(pk:label('calendar.assess'))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:text>&#10;URL:</xsl:text>
    <xsl:value-of select="/page/@base"/>
    <xsl:choose>
      <xsl:when test="@placement"><xsl:value-of select="concat('/placements/', @placement, '/assessment')"/></xsl:when>
      <xsl:otherwise>/students</xsl:otherwise>
    </xsl:choose>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <!-- What tells it from others, as of due days. -->
  <xsl:template match="day" mode="assess"><xsl:value-of select="concat(@kind, '-', @activity, '-', @placement, '-', @from)"/></xsl:template>

  <!-- The zone of the wall clock of exams and meetings; its rule has stood since 1996. -->
  <xsl:template name="zone">
    <xsl:text>BEGIN:VTIMEZONE&#10;TZID:Europe/Oslo&#10;</xsl:text>
    <xsl:text>BEGIN:DAYLIGHT&#10;DTSTART:19960331T020000&#10;TZOFFSETFROM:+0100&#10;TZOFFSETTO:+0200&#10;TZNAME:CEST&#10;RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU&#10;END:DAYLIGHT&#10;</xsl:text>
    <xsl:text>BEGIN:STANDARD&#10;DTSTART:19961027T030000&#10;TZOFFSETFROM:+0200&#10;TZOFFSETTO:+0100&#10;TZNAME:CET&#10;RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU&#10;END:STANDARD&#10;</xsl:text>
    <xsl:text>END:VTIMEZONE&#10;</xsl:text>
  </xsl:template>

  <!-- After SUMMARY: whether it stands. -->
  <xsl:template match="*" mode="state">
    <xsl:text>&#10;STATUS:</xsl:text>
    <xsl:choose><xsl:when test="@cancelled = 1">CANCELLED</xsl:when><xsl:otherwise>CONFIRMED</xsl:otherwise></xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The end of UID, and what an event at its hours has. -->
  <xsl:template name="hours">
    <xsl:call-template name="stamps"/>
    <xsl:text>&#10;DTSTART;TZID=Europe/Oslo:</xsl:text><xsl:value-of select="@from"/>
    <xsl:text>&#10;DTEND;TZID=Europe/Oslo:</xsl:text><xsl:value-of select="@until"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The end of UID, and what every event of whole days has. -->
  <xsl:template name="days">
    <xsl:param name="from"/>
    <xsl:param name="until" select="@until"/>
    <xsl:call-template name="stamps"/>
    <xsl:text>&#10;DTSTART;VALUE=DATE:</xsl:text><xsl:value-of select="$from"/>
    <xsl:text>&#10;DTEND;VALUE=DATE:</xsl:text><xsl:value-of select="$until"/>
    <xsl:text>&#10;TRANSP:TRANSPARENT&#10;</xsl:text>
  </xsl:template>
  <xsl:template name="stamps">
    <xsl:value-of select="concat('@', $host)"/>
    <xsl:text>&#10;DTSTAMP:</xsl:text><xsl:value-of select="@changed"/>
    <xsl:text>&#10;LAST-MODIFIED:</xsl:text><xsl:value-of select="@changed"/>
    <xsl:text>&#10;SEQUENCE:</xsl:text><xsl:value-of select="@sequence"/>
  </xsl:template>
</xsl:stylesheet>
