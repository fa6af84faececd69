<?xml version="1.0" encoding="UTF-8"?>
<!-- How far the assessment of an activity's students is, for the institution: who lacks what. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/placement.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'assessments'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions"><xsl:if test="rights/@results = 1"><a class="ds-button" href="/activities/{activity/@id}/results">[[nav.results]]</a></xsl:if></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="counts[@students &gt; 0]"/>
    <xsl:apply-templates select="placements" mode="list"/>
  </xsl:template>

  <!-- Each number leads to those it counts. -->
  <xsl:template match="counts">
    <xsl:variable name="page" select="concat('/activities/', ../activity/@id, '/assessments')"/>
    <ul class="pk-counts">
      <li><a href="{$page}"><strong><xsl:value-of select="@students"/></strong><span>[[assessments.students]]</span></a></li>
      <li><a href="{$page}?state=no_midway"><strong><xsl:value-of select="@students - @midway"/></strong><span>[[assessments_state.no_midway]]</span></a></li>
      <li><a href="{$page}?state=no_final"><strong><xsl:value-of select="@students - @final"/></strong><span>[[assessments_state.no_final]]</span></a></li>
      <li><a href="{$page}?state=doubt"><strong><xsl:value-of select="@doubt"/></strong><span>[[assessments_state.doubt]]</span></a></li>
      <li><a href="{$page}?state=unsigned"><strong><xsl:value-of select="@to-sign"/></strong><span>[[assessments_state.unsigned]]</span></a></li>
      <xsl:if test="@failed &gt; 0"><li><a href="{$page}?state=failed"><strong><xsl:value-of select="@failed"/></strong><span>[[assessments_state.failed]]</span></a></li></xsl:if>
    </ul>
  </xsl:template>
  <xsl:template match="placements" mode="filters">
    <xsl:if test="/page/classes/class">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'class'"/>
        <xsl:with-param name="rows" select="/page/classes/class"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'no_midway no_final doubt unsigned failed'"/>
      <xsl:with-param name="prefix" select="'assessments_state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="placements" mode="empty"><p>[[assessments.empty]]</p></xsl:template>

  <xsl:template match="placements/column[@name = 'starts' or @name = 'ends' or @name = 'ended_on' or @name = 'site' or @name = 'lecturer']"/>
  <xsl:template match="placements/column[@name = 'class' and not(/page/classes/class)]"/>
  <xsl:template match="placement" mode="row">
    <tr>
      <th scope="row" data-label="[[column.student]]"><a class="ds-link" href="/placements/{@id}/assessment"><xsl:apply-templates select="." mode="student"/></a><xsl:apply-templates select="." mode="broken-off"/></th>
      <xsl:if test="/page/classes/class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <td data-label="[[column.unit]]"><xsl:value-of select="@unit"/><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site"/></span></td>
      <td data-label="[[column.supervisor]]"><xsl:apply-templates select="." mode="supervisor"/><xsl:if test="@lecturer or @lecturer-withheld"><span class="pk-sub"><xsl:text> </xsl:text>[[role.lecturer]]: <xsl:apply-templates select="." mode="lecturer"/></span></xsl:if></td>
      <td data-label="[[column.midway]]"><xsl:apply-templates select="@midway"/><xsl:if test="@midway-unsigned"><span class="pk-sub"> [[assessments.waits]]</span></xsl:if><xsl:if test="@missing = 'midway'"><xsl:call-template name="missing"/></xsl:if></td>
      <td data-label="[[column.doubt]]"><xsl:apply-templates select="@doubt"/></td>
      <td data-label="[[column.present]]" class="pk-number"><xsl:if test="@present"><xsl:value-of select="@present"/> %<xsl:if test="@present &lt; @attendance-percent"><span class="pk-late"> [[assessments.too_low]]</span></xsl:if></xsl:if></td>
      <td data-label="[[column.final]]"><xsl:apply-templates select="@final"/><xsl:if test="@final-unsigned"><span class="pk-sub"> [[assessments.waits]]</span></xsl:if><xsl:if test="@missing = 'final'"><xsl:call-template name="missing"/></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template name="missing"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[assessments.missing]]</span></xsl:template>
  <xsl:template match="@midway | @final"><span class="ds-tag pk-tag" data-state="draft">[[assessments.draft]]</span></xsl:template>
  <xsl:template match="@midway[. = 'on_way']"><span class="ds-tag pk-tag" data-color="success">[[assessments.short_on_way]]</span></xsl:template>
  <xsl:template match="@midway[. = 'not_on_way']"><span class="ds-tag pk-tag" data-color="warning">[[assessments.short_not_on_way]]</span></xsl:template>
  <xsl:template match="@final[. = 'passed']"><span class="ds-tag pk-tag" data-color="success">[[assessments.passed]]</span></xsl:template>
  <xsl:template match="@final[. = 'failed']"><span class="ds-tag pk-tag" data-color="danger">[[assessments.failed]]</span></xsl:template>
  <xsl:template match="@doubt"><span class="ds-tag pk-tag" data-color="danger">[[doubt.stands]]</span></xsl:template>
  <xsl:template match="@doubt[. = 'lifted']"><span class="ds-tag pk-tag" data-color="neutral">[[doubt.is_lifted]]</span></xsl:template>
</xsl:stylesheet>
