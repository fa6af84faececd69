<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is registered in an activity, for the institution's staff. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'students'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@allocate-now = 1 and activity/@status != 'completed'">
      <a class="ds-button" href="/activities/{activity/@id}/students/new">[[students.new]]</a>
      <a class="ds-button" data-variant="secondary" href="/imports/new?kind=registrations&amp;activity={activity/@id}">[[students.import]]</a>
      <a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/students/copy">[[students.copy]]</a>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="registrations" mode="list"/>
  </xsl:template>

  <!-- Each number leads to those it counts. -->
  <xsl:template match="counts[@registered = 0 and @withdrawn = 0]"/>
  <xsl:template match="counts">
    <ul class="pk-counts">
      <li><a href="/activities/{../activity/@id}/students?state=registered"><strong><xsl:value-of select="@registered"/></strong><span>[[students.registered]]</span></a></li>
      <xsl:if test="@asked = 1"><li><a href="/activities/{../activity/@id}/students?wishes=missing"><strong><xsl:value-of select="@registered - @wishes"/></strong><span>[[students.without_wishes]]</span></a></li></xsl:if>
      <li><a href="/activities/{../activity/@id}/students?placed=unplaced"><strong><xsl:value-of select="@registered - @placed"/></strong><span>[[students.without_place]]</span></a></li>
      <xsl:if test="@withdrawn &gt; 0"><li><a href="/activities/{../activity/@id}/students?state=withdrawn"><strong><xsl:value-of select="@withdrawn"/></strong><span>[[students.withdrawn]]</span></a></li></xsl:if>
    </ul>
  </xsl:template>

  <xsl:template match="registrations" mode="filters">
    <xsl:if test="/page/classes/class">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'class'"/>
        <xsl:with-param name="rows" select="/page/classes/class"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'wishes'"/>
      <xsl:with-param name="values" select="'in missing'"/>
      <xsl:with-param name="prefix" select="'students.wishes_'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'placed'"/>
      <xsl:with-param name="values" select="'placed locked unplaced'"/>
      <xsl:with-param name="prefix" select="'students.placed_'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'registered withdrawn'"/>
      <xsl:with-param name="prefix" select="'registration.state_'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="registrations" mode="empty">
    <p>[[students.empty]]</p>
    <xsl:if test="/page/rights/@allocate-now = 1"><p class="pk-quiet">[[students.empty_help]]</p></xsl:if>
  </xsl:template>

  <!-- For the file only; where they live is for who allocates. -->
  <xsl:template match="registrations/column[@name = 'email' or @name = 'state']"/>
  <xsl:template match="registrations/column[@name = 'home' and not(/page/rights/@allocate = 1)]"/>
  <xsl:template match="registrations/column[@name = 'class' and not(/page/classes/class)]"/>
  <xsl:template match="registration" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]">
        <xsl:apply-templates select="." mode="name"/>
        <xsl:apply-templates select="." mode="tags"/>
      </th>
      <xsl:if test="/page/classes/class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <td data-label="[[column.wishes]]"><xsl:apply-templates select="." mode="wishes"/></td>
      <td data-label="[[column.unit]]"><xsl:apply-templates select="." mode="unit"/></td>
      <xsl:if test="/page/rights/@allocate = 1"><td data-label="[[column.home]]"><xsl:value-of select="@home"/><xsl:if test="@car = 1"><span class="pk-sub"> [[registration.has_car]]</span></xsl:if></td></xsl:if>
    </tr>
  </xsl:template>
  <xsl:template match="registration" mode="name"><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="registration[not(@name)]" mode="name"><span class="pk-quiet">[[registration.protected]]</span></xsl:template>
  <xsl:template match="registration" mode="tags">
    <xsl:if test="@state = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[registration.state_withdrawn]]</span></xsl:if>
    <xsl:if test="@protected = 1 and @name"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span></xsl:if>
    <xsl:if test="@needs &gt; 0"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="info">[[students.needs]]</span></xsl:if>
    <xsl:if test="@grouped = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="info">[[students.grouped]]</span></xsl:if>
  </xsl:template>
  <xsl:template match="registration" mode="wishes"><span class="pk-quiet">[[students.no_wishes]]</span></xsl:template>
  <xsl:template match="registration[@wishes]" mode="wishes">[[students.wishes#@wishes]]</xsl:template>
  <xsl:template match="registration[@state = 'withdrawn']" mode="wishes"/>
  <xsl:template match="registration" mode="unit"><span class="pk-quiet">[[students.no_place]]</span></xsl:template>
  <xsl:template match="registration[@unit]" mode="unit">
    <xsl:value-of select="@unit-name"/>
    <xsl:if test="@locked = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[students.locked]]</span></xsl:if>
    <span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site-name"/></span>
  </xsl:template>
  <xsl:template match="registration[@state = 'withdrawn']" mode="unit"/>
</xsl:stylesheet>
