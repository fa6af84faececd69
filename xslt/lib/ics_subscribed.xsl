<?xml version="1.0" encoding="UTF-8"?>
<!-- A calendar that is subscribed to: how often to come back; what was cancelled stays until /page/calendar/@since, so that whoever
     has it hears of it. And what no page's calendar has: courses, and in one's own placements and students that one follows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="ics.xsl"/>

  <xsl:template match="page" mode="subscription">
    <xsl:text>REFRESH-INTERVAL;VALUE=DURATION:PT1H&#10;X-PUBLISHED-TTL:PT1H&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="event[@status = 'cancelled' and substring(@changed, 1, 8) &lt; /page/calendar/@since]" priority="2"/>
  <xsl:template match="*[@cancelled = 1 and substring(@changed, 1, 8) &lt; /page/calendar/@since]" priority="2"/>

  <!-- A due day keeps its name when it is moved: who ordered has one an activity, who answers one an order. -->
  <xsl:template match="due" mode="due"><xsl:value-of select="concat('activity-', @activity)"/></xsl:template>
  <xsl:template match="due[@asked &gt; 0]" mode="due"><xsl:value-of select="concat('order-', @asked)"/></xsl:template>

  <xsl:template match="day" mode="assess"><xsl:value-of select="concat(@kind, '-', @activity)"/></xsl:template>

  <xsl:template match="placement">
    <xsl:text>BEGIN:VEVENT&#10;UID:placement-</xsl:text><xsl:value-of select="@id"/>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@starts"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:label('calendars.placement'), ': ', @site, ', ', @unit))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>LOCATION:</xsl:text><xsl:value-of select="pk:ics(concat(@unit, ', ', @site))"/>
    <xsl:if test="@address"><xsl:value-of select="pk:ics(concat(', ', @address))"/></xsl:if>
    <xsl:if test="@municipality"><xsl:value-of select="pk:ics(concat(', ', @municipality))"/></xsl:if>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.activity'), ': ', @activity))"/>
    <xsl:apply-templates select="@institution | @supervisor | @lecturer" mode="line"/>
    <xsl:text>&#10;URL:</xsl:text><xsl:value-of select="concat(/page/@base, '/placements/', @id)"/>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="follow">
    <xsl:text>BEGIN:VEVENT&#10;UID:follow-</xsl:text><xsl:value-of select="concat(@activity, '-', @unit)"/>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@starts"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(pk:counted(@students, 'calendars.students'), ': ', @name, ', ', @unit-name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:text>LOCATION:</xsl:text><xsl:value-of select="pk:ics(concat(@unit-name, ', ', @site))"/>
    <xsl:text>&#10;DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:text>&#10;URL:</xsl:text><xsl:value-of select="concat(/page/@base, '/students')"/>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="course">
    <xsl:text>BEGIN:VEVENT&#10;UID:course-</xsl:text><xsl:value-of select="@id"/>
    <xsl:call-template name="days"><xsl:with-param name="from" select="@starts"/></xsl:call-template>
    <xsl:text>SUMMARY:</xsl:text><xsl:value-of select="pk:ics(concat(@code, ' ', @name))"/>
    <xsl:apply-templates select="." mode="state"/>
    <xsl:if test="@place"><xsl:text>LOCATION:</xsl:text><xsl:value-of select="pk:ics(@place)"/><xsl:text>&#10;</xsl:text></xsl:if>
    <xsl:text>DESCRIPTION:</xsl:text>
    <xsl:value-of select="pk:ics(concat(pk:label('column.institution'), ': ', @institution))"/>
    <xsl:text>&#10;URL:</xsl:text><xsl:value-of select="concat(/page/@base, '/instances/', @id)"/>
    <xsl:text>&#10;END:VEVENT&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="@*" mode="line">
    <xsl:text>\n</xsl:text><xsl:value-of select="pk:ics(concat(pk:label('column.', local-name()), ': ', .))"/>
  </xsl:template>
</xsl:stylesheet>
