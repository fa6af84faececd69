<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is to sit, by name, for planners. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/candidate.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'candidates'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@candidates = 1 and not(session/@exam-state = 'confirmed')"><a class="ds-button" href="/exam-sessions/{session/@id}/candidates/new">[[candidates.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="candidates" mode="list"/>
  </xsl:template>

  <!-- Each number leads to those it counts. -->
  <xsl:template match="counts[@registered = 0 and @withdrawn = 0]"/>
  <xsl:template match="counts">
    <ul class="pk-counts">
      <li><a href="/exam-sessions/{../session/@id}/candidates?state=registered"><strong><xsl:value-of select="@registered"/></strong><span>[[candidates.registered]]</span></a></li>
      <xsl:if test="@accommodated &gt; 0"><li><a href="/exam-sessions/{../session/@id}/candidates?needs=with"><strong><xsl:value-of select="@accommodated"/></strong><span>[[candidates.accommodated]]</span></a></li></xsl:if>
      <xsl:if test="@handed-in &gt; 0"><li><a href="/exam-sessions/{../session/@id}/candidates?handed=in"><strong><xsl:value-of select="@handed-in"/></strong><span>[[candidates.handed_in]]</span></a></li></xsl:if>
      <xsl:if test="@withdrawn &gt; 0"><li><a href="/exam-sessions/{../session/@id}/candidates?state=withdrawn"><strong><xsl:value-of select="@withdrawn"/></strong><span>[[candidates.withdrawn]]</span></a></li></xsl:if>
    </ul>
  </xsl:template>

  <xsl:template match="candidates" mode="filters">
    <xsl:choose>
      <xsl:when test="count(/page/instances/instance) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'instance'"/>
          <xsl:with-param name="rows" select="/page/instances/instance"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'instance']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'registered withdrawn'"/>
      <xsl:with-param name="prefix" select="'candidate.state_'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'needs'"/>
      <xsl:with-param name="values" select="'with without'"/>
      <xsl:with-param name="prefix" select="'candidates.needs_'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'handed'"/>
      <xsl:with-param name="values" select="'in missing'"/>
      <xsl:with-param name="prefix" select="'candidates.show_'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="candidates" mode="empty">
    <p>[[candidates.empty]]</p>
    <p class="pk-quiet">[[candidates.readers#/page/counts/@readers]]</p>
  </xsl:template>

  <!-- For the file only. -->
  <xsl:template match="candidates/column[@name = 'email' or @name = 'state']"/>
  <xsl:template match="candidates/column[@name = 'instance' and not(count(/page/instances/instance) &gt; 1)]"/>
  <xsl:template match="candidate" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]">
        <a class="ds-link" href="/candidates/{@id}"><xsl:value-of select="@name"/></a>
        <xsl:if test="@state = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[candidate.state_withdrawn]]</span></xsl:if>
        <xsl:if test="@protected = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span></xsl:if>
      </th>
      <xsl:if test="count(/page/instances/instance) &gt; 1"><td data-label="[[column.instance]]"><xsl:value-of select="@instance"/></td></xsl:if>
      <td data-label="[[column.accommodation]]"><xsl:call-template name="accommodations"/></td>
      <td data-label="[[column.registered_at]]"><time class="pk-nowrap" datetime="{@registered-at}"><xsl:value-of select="@registered-at-text"/></time><xsl:if test="@by-self = 0"><span class="pk-sub"><xsl:text> </xsl:text>[[candidate.by_planner]]</span></xsl:if></td>
      <td data-label="[[column.handed_in]]"><xsl:apply-templates select="." mode="handed-in"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="candidate" mode="handed-in"/>
  <xsl:template match="candidate[@attendance = 'absent']" mode="handed-in"><span class="pk-quiet">[[candidate.absent]]</span></xsl:template>
  <xsl:template match="candidate[@handed-in]" mode="handed-in"><time class="pk-nowrap" datetime="{@handed-in-at}"><xsl:value-of select="@handed-in-at-text"/></time></xsl:template>
</xsl:stylesheet>
