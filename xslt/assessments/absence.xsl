<?xml version="1.0" encoding="UTF-8"?>
<!-- Days a student was away: those entered, and rows for more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title">[[attendance.enter]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="rights/@assess-now = 1 or form/error or stale"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.placement_coming]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'hours_planned']"/>
    <table class="ds-table pk-table pk-rows">
      <caption>[[attendance.help]]</caption>
      <thead><tr><th scope="col" class="pk-cell-date">[[attendance.day]]</th><th scope="col" id="head-hours">[[attendance.hours]]</th><th scope="col" id="head-made_up">[[attendance.is_made_up]]</th><th scope="col" id="head-note">[[attendance.note]]</th></tr></thead>
      <tbody>
        <xsl:apply-templates select="../absences/absence" mode="entry"/>
        <xsl:apply-templates select="../rows/row" mode="entry"/>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="absence" mode="entry">
    <tr>
      <th scope="row" id="day-{@id}" class="pk-cell-date" data-label="[[attendance.day]]"><time datetime="{@day}"><xsl:value-of select="@day-text"/></time></th>
      <xsl:call-template name="entries"><xsl:with-param name="prefix" select="''"/><xsl:with-param name="row" select="concat('day-', @id)"/><xsl:with-param name="name" select="concat(pk:label('attendance.is_made_up'), ' ', @day-text)"/></xsl:call-template>
    </tr>
  </xsl:template>
  <xsl:template match="row" mode="entry">
    <tr>
      <td data-label="[[attendance.day]]" class="pk-cell-date">
        <span class="ds-sr-only" id="new-{@id}">[[attendance.new_day]]<xsl:text> </xsl:text><xsl:value-of select="@id"/></span>
        <xsl:call-template name="entry-input"><xsl:with-param name="field" select="'new_day'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('new-', @id)"/></xsl:call-template>
      </td>
      <xsl:call-template name="entries"><xsl:with-param name="prefix" select="'new_'"/><xsl:with-param name="row" select="concat('new-', @id)"/><xsl:with-param name="name" select="concat(pk:label('attendance.is_made_up'), ' ', @id)"/></xsl:call-template>
    </tr>
  </xsl:template>
  <xsl:template name="entries">
    <xsl:param name="prefix"/>
    <xsl:param name="row"/>
    <xsl:param name="name"/>
    <td data-label="[[attendance.hours]]" class="pk-cell-number"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="concat($prefix, 'hours')"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat($row, ' head-hours')"/></xsl:call-template></td>
    <td data-label="[[attendance.is_made_up]]"><xsl:call-template name="entry-tick"><xsl:with-param name="field" select="concat($prefix, 'made_up')"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="name" select="$name"/></xsl:call-template></td>
    <td data-label="[[attendance.note]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="concat($prefix, 'note')"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat($row, ' head-note')"/></xsl:call-template></td>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="/page/absences/absence[@id = current()/@key]/@day-text"/><xsl:if test="starts-with(@field, 'new_')"><xsl:value-of select="@key"/></xsl:if></xsl:template>
</xsl:stylesheet>
