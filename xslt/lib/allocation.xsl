<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of an activity's allocation share. Blocks: activity (fragment activity_head); rights: see-allocation, allocate. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- The activity's tabs, and below them the parts of its allocation for those who may see it. here: overview, students,
       wishes, board, places, proposals, supervisors or share. -->
  <xsl:template name="allocation-tabs">
    <xsl:param name="here"/>
    <xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'allocation'"/></xsl:call-template>
    <xsl:if test="rights/@see-allocation = 1">
      <nav class="pk-parts" aria-label="[[allocation.parts]]">
        <ul>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'overview'"/><xsl:with-param name="page" select="'allocation'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'students'"/><xsl:with-param name="page" select="'students'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'wishes'"/><xsl:with-param name="page" select="'wishes'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:if test="rights/@allocate = 1">
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'board'"/><xsl:with-param name="page" select="'board'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'places'"/><xsl:with-param name="page" select="'places'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'proposals'"/><xsl:with-param name="page" select="'proposals'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:if test="rights/@allocate = 1">
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'supervisors'"/><xsl:with-param name="page" select="'supervisors'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'share'"/><xsl:with-param name="page" select="'share'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          </xsl:if>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="allocation-part">
    <xsl:param name="part"/>
    <xsl:param name="page"/>
    <xsl:param name="here"/>
    <li>
      <a href="/activities/{activity/@id}/{$page}">
        <xsl:if test="$part = $here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="pk:label('allocation.part_', $part)"/>
      </a>
    </li>
  </xsl:template>

  <!-- The way to a page below an activity's allocation. -->
  <xsl:template name="allocation-trail">
    <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
    <li><a class="ds-link" href="/activities/{activity/@id}"><xsl:value-of select="activity/@name"/></a></li>
    <li><a class="ds-link" href="/activities/{activity/@id}/allocation">[[activity.allocation]]</a></li>
  </xsl:template>
</xsl:stylesheet>
