<?xml version="1.0" encoding="UTF-8"?>
<!-- Who has handed in no wishes, to remind them all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/wishes.xsl"/>

  <xsl:template match="page" mode="title">[[wishes.remind]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="wishes-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="not(students/student)"><div class="pk-empty"><p>[[wishes.remind_none]]</p></div></xsl:when>
      <xsl:when test="form/error or (plan/@stage = 'open' and plan/@reminded-today = 0 and reach/@told &gt; 0)">
        <p class="pk-prose">[[wishes.remind_missing#plan/@missing]]<xsl:text> </xsl:text>[[wishes.remind_help#reach/@told]]</p>
        <xsl:apply-templates select="students"/>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p><xsl:apply-templates select="plan" mode="not-now"/></p></div>
        <xsl:apply-templates select="students"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="plan" mode="not-now">[[error.wishes_not_asked_now]]</xsl:template>
  <xsl:template match="plan[@stage = 'open' and @reminded-today = 0]" mode="not-now" priority="2">[[error.nobody_to_tell]]</xsl:template>
  <xsl:template match="plan[@stage = 'open']" mode="not-now">[[error.wishes_reminded_today]]</xsl:template>
  <xsl:template match="students"><ul class="ds-list pk-names"><xsl:apply-templates select="student"/></ul></xsl:template>
  <xsl:template match="student">
    <li><xsl:choose><xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when><xsl:otherwise>[[roles.protected]]</xsl:otherwise></xsl:choose><xsl:if test="@class"><xsl:text> · </xsl:text><xsl:value-of select="@class"/></xsl:if><xsl:if test="@unreachable = 1"><span class="pk-sub">[[wishes.unreachable]]</span></xsl:if></li>
  </xsl:template>
</xsl:stylesheet>
