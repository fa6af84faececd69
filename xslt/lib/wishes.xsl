<?xml version="1.0" encoding="UTF-8"?>
<!-- How wishes are asked for in an activity. Blocks: activity, plan (fragment wishes_plan). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="ordering.xsl"/>
  <xsl:import href="allocation.xsl"/>

  <!-- Forms about wishes lead back to them. -->
  <xsl:template name="wishes-trail">
    <xsl:call-template name="allocation-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/wishes">[[allocation.part_wishes]]</a></li>
  </xsl:template>
  <xsl:template match="page[activity]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}/wishes">[[word.cancel]]</a></xsl:template>

  <!-- The window, and what of it is past. -->
  <xsl:template match="plan" mode="window">[[wishes.not_asked]]</xsl:template>
  <xsl:template match="plan[@wishes-from]" mode="window">
    <time datetime="{@wishes-from}"><xsl:value-of select="@wishes-from-text"/></time>–<time datetime="{@wishes-to}"><xsl:value-of select="@wishes-to-text"/></time>
  </xsl:template>
  <xsl:template match="plan" mode="rules">
    <dl class="pk-facts">
      <div><dt>[[wishes.window]]</dt><dd><xsl:apply-templates select="." mode="window"/><xsl:if test="@stage = 'open'"><span class="pk-sub">[[wishes.days_left#@days-left]]</span></xsl:if><xsl:if test="@stage = 'over'"><span class="pk-sub">[[wishes.closed]]</span></xsl:if></dd></div>
      <div><dt>[[wishes.most]]</dt><dd><xsl:value-of select="@wishes-most"/></dd></div>
      <xsl:if test="@wishes-from"><div><dt>[[wishes.reminder]]</dt><dd><xsl:apply-templates select="." mode="reminder"/></dd></div></xsl:if>
      <div><dt>[[wishes.objective]]</dt><dd>[[option.objective.{@objective}]]</dd></div>
      <div><dt>[[wishes.travel]]</dt><dd><xsl:apply-templates select="." mode="travel"/></dd></div>
      <div><dt>[[wishes.earlier]]</dt><dd><xsl:choose><xsl:when test="@avoid-earlier = 1">[[wishes.earlier_avoided]]</xsl:when><xsl:otherwise>[[wishes.earlier_allowed]]</xsl:otherwise></xsl:choose></dd></div>
    </dl>
  </xsl:template>
  <xsl:template match="plan" mode="reminder">[[wishes.reminder_none]]</xsl:template>
  <xsl:template match="plan[@reminder-on]" mode="reminder"><time datetime="{@reminder-on}"><xsl:value-of select="@reminder-on-text"/></time></xsl:template>
  <xsl:template match="plan" mode="travel">[[wishes.no_limit]]</xsl:template>
  <xsl:template match="plan[@limit-km]" mode="travel">[[wishes.limit]]<span class="pk-sub">[[wishes.no_limit_car]]</span></xsl:template>
  <xsl:template match="plan[@limit-km and @limit-car-km]" mode="travel">[[wishes.limit]]<span class="pk-sub">[[wishes.limit_car]]</span></xsl:template>
</xsl:stylesheet>
