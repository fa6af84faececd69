<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity's allocation as it was shared, and for those who may see it what is being worked on. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>
  <xsl:import href="../lib/placement.xsl"/>
  <xsl:import href="../lib/chart.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'overview'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="actions">
    <xsl:if test="placements/@total &gt; 0">
      <a class="ds-button" data-variant="secondary">
        <xsl:attribute name="href">/activities/<xsl:value-of select="activity/@id"/>/allocation/print<xsl:for-each select="placements/filter[@value != '' and (@name = 'class' or @name = 'site')]"><xsl:choose><xsl:when test="position() = 1">?</xsl:when><xsl:otherwise>&amp;</xsl:otherwise></xsl:choose><xsl:value-of select="@name"/>=<xsl:value-of select="@value"/></xsl:for-each></xsl:attribute>
        <xsl:text>[[prints.print]]</xsl:text>
      </a>
    </xsl:if>
    <xsl:if test="rights/@see-allocation = 1 and placements/@total &gt; 0 and not(activity/@cancelled-at)"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/letters">[[placements.letters]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="workbench"/>
    <xsl:choose>
      <!-- What was shared stands below what is worked on. -->
      <xsl:when test="rights/@see-allocation = 1">
        <section class="pk-section" aria-labelledby="shared">
          <h2 class="ds-heading" id="shared">[[placements.shared]]</h2>
          <xsl:choose>
            <xsl:when test="workbench/@shares = 0"><div class="pk-empty"><xsl:apply-templates select="placements" mode="empty"/></div></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="placements" mode="list"/></xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="chart">
            <xsl:with-param name="name" select="'wishes'"/>
            <xsl:with-param name="rows" select="fulfilled/wish"/>
            <xsl:with-param name="parts" select="'students'"/>
            <xsl:with-param name="of" select="'wish'"/>
            <xsl:with-param name="share" select="'of-all'"/>
          </xsl:call-template>
        </section>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="placements" mode="list"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="placements" mode="filters">
    <xsl:choose>
      <xsl:when test="/page/classes/class">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'class'"/>
          <xsl:with-param name="rows" select="/page/classes/class"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'class']"/></xsl:otherwise>
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
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'no_supervisor no_lecturer broken_off'"/>
      <xsl:with-param name="prefix" select="'placement_state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="placements" mode="empty">
    <xsl:choose>
      <xsl:when test="/page/rights/@see-allocation = 1"><p>[[placements.not_shared]]</p></xsl:when>
      <xsl:when test="/page/rights/@site-side = 1">
        <p>[[placements.not_shared_site]]</p>
        <p><a class="ds-link" href="/activities/{/page/activity/@id}/roles">[[placements.to_roles]]</a></p>
      </xsl:when>
      <xsl:otherwise><p>[[placements.none_yours]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Days stand above, and how to reach people behind their names: these are for the file. -->
  <xsl:template match="placements/column[@name = 'starts' or @name = 'ends' or @name = 'ended_on' or contains(@name, '_email') or contains(@name, '_phone')]"/>
  <xsl:template match="placements/column[@name = 'class' and not(/page/classes/class)]"/>
  <xsl:template match="placements/column[@name = 'site' and count(/page/sites/site) &lt; 2]"/>
  <xsl:template match="placement" mode="row">
    <tr>
      <th scope="row" data-label="[[column.student]]"><a class="ds-link" href="/placements/{@id}"><xsl:apply-templates select="." mode="student"/></a><xsl:apply-templates select="." mode="broken-off"/></th>
      <xsl:if test="/page/classes/class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <xsl:if test="count(/page/sites/site) &gt; 1"><td data-label="[[column.site]]"><xsl:value-of select="@site"/></td></xsl:if>
      <td data-label="[[column.unit]]"><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a></td>
      <td data-label="[[column.supervisor]]"><xsl:apply-templates select="." mode="supervisor"/></td>
      <td data-label="[[column.lecturer]]"><xsl:apply-templates select="." mode="lecturer"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
