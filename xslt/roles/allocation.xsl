<?xml version="1.0" encoding="UTF-8"?>
<!-- Allocation, before there is one: what is ready for it, and what remains. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'allocation'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <div class="ds-alert" data-color="info"><p>[[allocation.later]]</p></div>
    <xsl:if test="activity/@inside = 1 or activity/@own-orders &gt; 0 or missing/@sites &gt; 0"><xsl:call-template name="ready"/></xsl:if>
  </xsl:template>
  <xsl:template name="ready">
    <section class="pk-section" aria-labelledby="ready">
      <h2 class="ds-heading" id="ready">[[allocation.ready]]</h2>
      <ul class="pk-todo">
        <xsl:if test="activity/@inside = 1"><xsl:apply-templates select="activity" mode="capacity"/></xsl:if>
        <xsl:if test="not(activity/@inside = 1) and activity/@own-orders &gt; 0"><xsl:apply-templates select="activity" mode="own"/></xsl:if>
        <xsl:apply-templates select="missing" mode="roles"/>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="activity" mode="capacity">
    <li>
      <a href="/activities/{@id}/sites">
        <span class="pk-todo-what">[[allocation.capacity]]</span>
        <span class="pk-todo-more">[[allocation.capacity_of]]</span>
        <span class="pk-todo-when">
          <xsl:choose>
            <xsl:when test="@places-confirmed &gt;= @places-wanted"><span class="ds-tag pk-tag" data-color="success">[[allocation.is_ready]]</span></xsl:when>
            <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[allocation.remains]]</span></xsl:otherwise>
          </xsl:choose>
        </span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="activity" mode="own">
    <li>
      <a href="/activities/{@id}">
        <span class="pk-todo-what">[[allocation.answers]]</span>
        <span class="pk-todo-more">[[allocation.own_of]]</span>
        <span class="pk-todo-when">
          <xsl:choose>
            <xsl:when test="@own-unanswered = 0"><span class="ds-tag pk-tag" data-color="success">[[allocation.is_ready]]</span></xsl:when>
            <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[allocation.remains]]</span></xsl:otherwise>
          </xsl:choose>
        </span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="missing" mode="roles">
    <li>
      <a href="/activities/{../activity/@id}/roles">
        <span class="pk-todo-what">[[allocation.roles]]</span>
        <span class="pk-todo-more">
          <xsl:choose>
            <xsl:when test="@sites = 0">[[allocation.no_sites]]</xsl:when>
            <xsl:when test="@no-coordinator = 0 and @no-supervisor = 0">[[roles.all_entered#@sites]]</xsl:when>
            <xsl:when test="@no-coordinator &gt;= @no-supervisor">[[roles.no_coordinator#@no-coordinator]]</xsl:when>
            <xsl:otherwise>[[roles.no_supervisor#@no-supervisor]]</xsl:otherwise>
          </xsl:choose>
        </span>
        <span class="pk-todo-when">
          <xsl:choose>
            <xsl:when test="@sites &gt; 0 and @no-coordinator = 0 and @no-supervisor = 0"><span class="ds-tag pk-tag" data-color="success">[[allocation.is_ready]]</span></xsl:when>
            <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[allocation.remains]]</span></xsl:otherwise>
          </xsl:choose>
        </span>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
