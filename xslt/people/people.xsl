<?xml version="1.0" encoding="UTF-8"?>
<!-- People whose grants are in organisations the viewer looks after; protected ones are left out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[people.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@edit-people = 1"><a class="ds-button" href="/invitations/new">[[invite.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="people" mode="list"/>
  </xsl:template>
  <xsl:template match="people" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'role'"/>
      <xsl:with-param name="values" select="'system_administrator placement_administrator placement_adviser institution_coordinator lecturer exam_planner assessor examiner student site_administrator site_coordinator supervisor'"/>
      <xsl:with-param name="prefix" select="'role.'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'institution'"/>
          <xsl:with-param name="rows" select="/page/institutions/institution"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/sites/site) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'site'"/>
          <xsl:with-param name="rows" select="/page/sites/site"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'site']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="person" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/people/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.role]]"><xsl:if test="@role">[[role.{@role}]]</xsl:if><xsl:if test="@more &gt; 0"><span class="pk-sub">[[people.more#@more]]</span></xsl:if></td>
      <td data-label="[[column.organisation]]"><xsl:value-of select="@organisation"/></td>
      <td data-label="[[column.validity]]"><xsl:if test="@validity"><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></xsl:if></td>
      <td data-label="[[column.active]]"><xsl:apply-templates select="." mode="active"/></td>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.phone]]" class="pk-nowrap"><xsl:value-of select="@phone"/></td>
    </tr>
  </xsl:template>
  <!-- When they were last here, or why not yet. -->
  <xsl:template match="person" mode="active"><span class="pk-quiet">[[account.none]]</span></xsl:template>
  <xsl:template match="person[@account]" mode="active"><span class="pk-quiet">[[account.never]]</span></xsl:template>
  <xsl:template match="person[@invited-until]" mode="active"><span class="ds-tag pk-tag" data-link="open">[[account.invited_until]]</span></xsl:template>
  <xsl:template match="person[@active]" mode="active"><time datetime="{@active}"><xsl:value-of select="@active-text"/></time></xsl:template>
  <xsl:template match="person[@account = 'closed']" mode="active" priority="2"><span class="ds-tag pk-tag" data-link="closed">[[account.closed]]</span></xsl:template>
  <xsl:template match="people" mode="empty">
    <p>[[people.empty]]</p>
    <xsl:if test="/page/viewer/@edit-people = 1"><p><a class="ds-button" href="/invitations/new">[[invite.title]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
