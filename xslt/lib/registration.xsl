<?xml version="1.0" encoding="UTF-8"?>
<!-- A page about one student's registration (block registration, fragment registration_head): the way there, a form below it or
     why there is none now. mode="about": what to know before one decides. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The student comes from the front page, where their activities are; staff from the activity's students. -->
  <xsl:template name="registration-trail">
    <xsl:if test="rights/@see-allocation = 1">
      <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
      <li><a class="ds-link" href="/activities/{registration/@activity}"><xsl:value-of select="registration/@activity-name"/></a></li>
      <li><a class="ds-link" href="/activities/{registration/@activity}/students">[[allocation.part_students]]</a></li>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="registration-trail"/>
    <li><a class="ds-link" href="/registrations/{registration/@id}"><xsl:apply-templates select="registration" mode="called"/></a></li>
  </xsl:template>
  <!-- To themselves it is the activity that names it. -->
  <xsl:template match="registration" mode="called">
    <xsl:choose>
      <xsl:when test="/page/rights/@self = 1"><xsl:value-of select="@activity-name"/></xsl:when>
      <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
      <xsl:otherwise>[[registration.protected]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="registration" mode="period">
    <xsl:if test="@letter"><span>[[roles.class]]</span></xsl:if>
    <xsl:call-template name="period"/>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><strong><xsl:apply-templates select="registration" mode="called"/></strong><xsl:apply-templates select="registration" mode="period"/></p></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="form/error or stale or registration[@state = 'registered' and @cancelled = 0 and @past = 0]">
        <xsl:apply-templates select="registration" mode="about"/>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p>[[registration.not_now]]</p></div>
        <p><a class="ds-link" href="/registrations/{registration/@id}">[[registration.back]]</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="registration" mode="about"/>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/registrations/{/page/registration/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
