<?xml version="1.0" encoding="UTF-8"?>
<!-- A written warning that a student may not pass: in time, or late and with a reason. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title">[[doubt.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="form/error"><xsl:call-template name="warn"/></xsl:when>
      <xsl:when test="standing"><div class="ds-alert" data-color="info"><p>[[error.doubt_stands]]</p></div></xsl:when>
      <xsl:when test="rights/@assess-now = 1 and placement/@view = 'now'"><xsl:call-template name="warn"/></xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.doubt_over]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="warn">
    <xsl:apply-templates select="placement" mode="until"/>
    <p class="pk-quiet">[[doubt.new_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="placement" mode="until"><p>[[doubt.until]]</p></xsl:template>
  <xsl:template match="placement[@doubt-late]" mode="until"><div class="ds-alert" data-color="warning"><p>[[doubt.until_gone]]</p></div></xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'text']"/>
    <xsl:if test="../placement/@doubt-late"><div class="pk-wanted"><xsl:apply-templates select="field[@name = 'late_reason']"/></div></xsl:if>
    <fieldset class="ds-fieldset pk-field">
      <legend>[[doubt.meeting]]</legend>
      <p class="pk-help">[[doubt.meeting_help]]</p>
      <xsl:apply-templates select="field[starts-with(@name, 'meeting_')]"/>
    </fieldset>
  </xsl:template>
</xsl:stylesheet>
