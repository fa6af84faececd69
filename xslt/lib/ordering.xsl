<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of activities and orders share. Blocks: activity (fragment activity_head), order (order_head). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The tabs of an activity. here: details, sites, roles, allocation, assessments or history. -->
  <xsl:template name="activity-tabs">
    <xsl:param name="here"/>
    <nav class="pk-tabs" aria-label="[[layout.tabs]]">
      <ul>
        <xsl:choose>
          <xsl:when test="$here = 'details'"><li><a href="/activities/{activity/@id}" aria-current="page">[[activity.details]]</a></li></xsl:when>
          <xsl:otherwise><li><a href="/activities/{activity/@id}">[[activity.details]]</a></li></xsl:otherwise>
        </xsl:choose>
        <!-- Who may see no orders is shown no empty list of them. -->
        <xsl:choose>
          <xsl:when test="$here = 'sites'"><li><a href="/activities/{activity/@id}/sites" aria-current="page">[[activity.sites]]</a></li></xsl:when>
          <xsl:when test="rights/@institution-side = 1 or rights/@site-side = 1"><li><a href="/activities/{activity/@id}/sites">[[activity.sites]]</a></li></xsl:when>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="$here = 'roles'"><li><a href="/activities/{activity/@id}/roles" aria-current="page">[[activity.roles]]</a></li></xsl:when>
          <xsl:otherwise><li><a href="/activities/{activity/@id}/roles">[[activity.roles]]</a></li></xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="$here = 'allocation'"><li><a href="/activities/{activity/@id}/allocation" aria-current="page">[[activity.allocation]]</a></li></xsl:when>
          <xsl:otherwise><li><a href="/activities/{activity/@id}/allocation">[[activity.allocation]]</a></li></xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="$here = 'assessments'"><li><a href="/activities/{activity/@id}/assessments" aria-current="page">[[activity.assessments]]</a></li></xsl:when>
          <xsl:when test="rights/@see-assessments = 1"><li><a href="/activities/{activity/@id}/assessments">[[activity.assessments]]</a></li></xsl:when>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="$here = 'history'"><li><a href="/activities/{activity/@id}/history" aria-current="page">[[activity.history]]</a></li></xsl:when>
          <xsl:otherwise><li><a href="/activities/{activity/@id}/history">[[activity.history]]</a></li></xsl:otherwise>
        </xsl:choose>
      </ul>
    </nav>
  </xsl:template>

  <!-- Below an activity's name: status, period, whose it is. -->
  <xsl:template match="activity" mode="lead">
    <p class="pk-lead">
      <span class="ds-tag pk-tag" data-status="{@status}">[[status.{@status}]]</span>
      <xsl:text> </xsl:text>
      <xsl:call-template name="period"/>
      <xsl:text> · </xsl:text>
      <a class="ds-link" href="/institutions/{@institution}"><xsl:value-of select="@institution-name"/></a>
    </p>
  </xsl:template>

  <!-- The way to a page below an activity. -->
  <xsl:template name="activity-trail">
    <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
    <li><a class="ds-link" href="/activities/{activity/@id}"><xsl:value-of select="activity/@name"/></a></li>
  </xsl:template>
  <xsl:template name="order-trail">
    <li><a class="ds-link" href="/orders">[[nav.orders]]</a></li>
    <li><a class="ds-link" href="/orders/{order/@id}">[[order.title]]</a></li>
  </xsl:template>

  <!-- Whose order it is, for what, how many and until when: what one must see before one decides. -->
  <xsl:template match="order" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.activity]]</dt><dd><a class="ds-link" href="/activities/{@activity}"><xsl:value-of select="@activity-name"/></a></dd></div>
      <div><dt>[[column.period]]</dt><dd><xsl:call-template name="period"/></dd></div>
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution}"><xsl:value-of select="@institution-name"/></a></dd></div>
      <div><dt>[[column.site]]</dt><dd><a class="ds-link" href="/sites/{@site}"><xsl:value-of select="@site-name"/></a></dd></div>
      <div><dt>[[order.places_asked]]</dt><dd><xsl:value-of select="@places"/></dd></div>
      <xsl:if test="@due-on and @state = 'sent'">
        <div><dt>[[column.due_on]]</dt><dd><xsl:apply-templates select="." mode="due"/></dd></div>
      </xsl:if>
      <xsl:if test="@reminded-on or @escalated-on">
        <div><dt>[[order.reminders]]</dt><dd><xsl:apply-templates select="." mode="reminders"/></dd></div>
      </xsl:if>
    </dl>
  </xsl:template>

  <!-- A due date, marked when it has passed. -->
  <xsl:template match="*" mode="due">
    <time datetime="{@due-on}"><xsl:value-of select="@due-on-text"/></time>
  </xsl:template>
  <xsl:template match="*[@overdue = 1]" mode="due">
    <time datetime="{@due-on}"><xsl:value-of select="@due-on-text"/></time>
    <xsl:text> </xsl:text>
    <span class="pk-late">[[order.days_late#@days-late]]</span>
  </xsl:template>

  <!-- When a site that has not answered was reminded, last. -->
  <xsl:template match="*" mode="reminders">
    <xsl:if test="@reminded-on"><span class="pk-sub">[[order.reminded]]</span></xsl:if>
    <xsl:if test="@reminded-on and @escalated-on"><xsl:text> </xsl:text></xsl:if>
    <xsl:if test="@escalated-on"><span class="pk-sub">[[order.escalated]]</span></xsl:if>
  </xsl:template>

  <!-- The activity's requirements as a list. -->
  <xsl:template match="requirements" mode="plain">
    <ul class="ds-list"><xsl:apply-templates select="requirement" mode="plain"/></ul>
  </xsl:template>
  <xsl:template match="requirement" mode="plain">
    <li><xsl:value-of select="@name"/></li>
  </xsl:template>

  <!-- A step that cannot be taken now, and the way back. -->
  <xsl:template name="not-now">
    <div class="ds-alert" data-color="info"><p>[[order.not_now]]</p></div>
    <p><a class="ds-link" href="/orders/{order/@id}">[[order.back]]</a></p>
  </xsl:template>

  <!-- Where forms lead back to. -->
  <xsl:template match="page[order]/form" mode="cancel">
    <a class="ds-button" data-variant="tertiary" href="/orders/{../order/@id}">[[word.cancel]]</a>
  </xsl:template>
  <xsl:template match="page[activity]/form" mode="cancel">
    <a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}">[[word.cancel]]</a>
  </xsl:template>
</xsl:stylesheet>
