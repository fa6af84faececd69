<?xml version="1.0" encoding="UTF-8"?>
<!-- A page about one role in an activity (block role): whose, where, which days, then the form. mode="about": what to know
     before one decides. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
    <li><a class="ds-link" href="/activities/{role/@activity}"><xsl:value-of select="role/@activity-name"/></a></li>
    <li><a class="ds-link" href="/activities/{role/@activity}/roles">[[activity.roles]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="role" mode="facts"/>
    <xsl:choose>
      <xsl:when test="role/@ended = 1 and not(form/error or stale)"><p class="pk-quiet">[[roles.ended]]</p></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="role" mode="about"/>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="role" mode="about"/>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/role/@activity}/roles">[[word.cancel]]</a></xsl:template>
  <xsl:template match="role" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.person]]</dt><dd><xsl:value-of select="@name"/><xsl:if test="@unit"><span class="pk-sub"> <xsl:value-of select="@unit"/></span></xsl:if></dd></div>
      <div><dt>[[column.role]]</dt><dd>[[role.{@role}]]<span class="pk-sub"> [[role_can_activity.{@role}]]</span></dd></div>
      <div><dt>[[column.organisation]]</dt><dd><xsl:value-of select="@organisation"/></dd></div>
      <xsl:if test="@class"><div><dt>[[column.class]]</dt><dd><xsl:value-of select="@class"/></dd></div></xsl:if>
      <div><dt>[[roles.activity_period]]</dt><dd><xsl:call-template name="period"/></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
