<?xml version="1.0" encoding="UTF-8"?>
<!-- Who follows each student who has a place: supervisor and lecturer chosen in the row, all rows of the page saved together. The
     list has its own form for searching, so the fields here belong to the form `rows` below it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:key name="choice" match="choices/choice" use="concat(@role, '|', @site, '|', @class)"/>
  <xsl:key name="follower" match="followers/follower" use="concat(@role, '|', @site, '|', @id)"/>
  <xsl:key name="row" match="rows/row" use="@id"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@allocate-now = 1 and sums/@placed &gt; 0"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/supervisors/divide">[[followers.divide]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'supervisors'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:choose>
      <xsl:when test="sums/@placed = 0">
        <div class="pk-empty" role="status"><p>[[followers.nobody_placed]]</p><p><a class="ds-button" href="/activities/{activity/@id}/board">[[allocation.part_board]]</a></p></div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="sums"/>
        <xsl:apply-templates select="rows" mode="list"/>
        <xsl:if test="rows/row and rights/@allocate-now = 1">
          <form class="pk-save" id="rows" method="post" action="{form/@action}">
            <input type="hidden" name="token" value="{form/@token}"/>
            <button class="ds-button" type="submit">[[submit.supervisors]]</button>
            <p class="pk-quiet">
              <xsl:choose>
                <xsl:when test="sums/@shared = 1">[[followers.seen_when_shared]]</xsl:when>
                <xsl:otherwise>[[followers.numbers]]</xsl:otherwise>
              </xsl:choose>
            </p>
          </form>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is still to be done. -->
  <xsl:template match="sums">
    <xsl:choose>
      <xsl:when test="@no-supervisor = 0 and @no-lecturer = 0"><p class="pk-quiet">[[followers.all]]</p></xsl:when>
      <xsl:otherwise>
        <ul class="pk-todo">
          <xsl:if test="@no-supervisor &gt; 0">
            <li>
              <a href="/activities/{../activity/@id}/supervisors?state=no_supervisor">
                <span class="pk-todo-what">[[followers.no_supervisor#@no-supervisor]]</span>
                <xsl:if test="not(../followers/follower[@role = 'supervisor'])"><span class="pk-todo-more">[[followers.no_supervisors_entered]]</span></xsl:if>
              </a>
            </li>
          </xsl:if>
          <xsl:if test="@no-lecturer &gt; 0">
            <li><xsl:apply-templates select="." mode="lecturer"/></li>
          </xsl:if>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="sums" mode="lecturer">
    <xsl:choose>
      <xsl:when test="../followers/follower[@role = 'lecturer']">
        <a href="/activities/{../activity/@id}/supervisors?state=no_lecturer"><span class="pk-todo-what">[[followers.no_lecturer#@no-lecturer]]</span></a>
      </xsl:when>
      <xsl:otherwise>
        <a href="/activities/{../activity/@id}/roles/new?role=lecturer"><span class="pk-todo-what">[[followers.no_lecturer#@no-lecturer]]</span><span class="pk-todo-more">[[followers.no_lecturers_entered]]</span></a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="rows" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'no_supervisor no_lecturer'"/>
      <xsl:with-param name="prefix" select="'follower_state.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-rows">
      <xsl:with-param name="name" select="'site'"/>
      <xsl:with-param name="rows" select="/page/sites/site"/>
    </xsl:call-template>
    <xsl:if test="/page/classes/class">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'class'"/>
        <xsl:with-param name="rows" select="/page/classes/class"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The site stands below the unit. -->
  <xsl:template match="rows/column[@name = 'class' and not(/page/classes/class)]"/>
  <xsl:template match="rows/column[@name = 'site']"/>
  <xsl:template match="row" mode="row">
    <tr>
      <th scope="row" id="student-{@id}" data-label="[[column.student]]">
        <a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@student"/></a>
        <input type="hidden" form="rows" name="seen-{@id}" value="{@seen}"/>
      </th>
      <xsl:if test="/page/classes/class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <td data-label="[[column.unit]]"><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a><span class="pk-sub"><xsl:value-of select="@site"/></span></td>
      <td data-label="[[column.supervisor]]">
        <xsl:call-template name="follower">
          <xsl:with-param name="role" select="'supervisor'"/>
          <xsl:with-param name="site" select="@site-id"/>
          <xsl:with-param name="now" select="@supervisor-id"/>
          <xsl:with-param name="name" select="@supervisor"/>
        </xsl:call-template>
      </td>
      <td data-label="[[column.lecturer]]">
        <xsl:call-template name="follower">
          <xsl:with-param name="role" select="'lecturer'"/>
          <xsl:with-param name="now" select="@lecturer-id"/>
          <xsl:with-param name="name" select="@lecturer"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>

  <!-- A row's choice of one who follows: what was typed, else who it is. -->
  <xsl:template name="follower">
    <xsl:param name="role"/>
    <xsl:param name="site"/>
    <xsl:param name="now"/>
    <xsl:param name="name"/>
    <xsl:variable name="entry" select="key('entry', concat($role, '-', @id))"/>
    <xsl:variable name="value">
      <xsl:choose>
        <xsl:when test="$entry"><xsl:value-of select="$entry/@value"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="$now"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="some" select="key('choice', concat($role, '|', $site, '|', @class-id)) | key('choice', concat($role, '|', $site, '|'))"/>
    <select class="ds-input pk-follower" form="rows" id="field-{$role}-{@id}" name="{$role}-{@id}">
      <xsl:attribute name="aria-label"><xsl:value-of select="concat(pk:label('column.', $role), ' – ', @student)"/></xsl:attribute>
      <xsl:if test="$entry/@error">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', $role, '-', @id)"/></xsl:attribute>
      </xsl:if>
      <xsl:if test="not(/page/rights/@allocate-now = 1)"><xsl:attribute name="disabled">disabled</xsl:attribute></xsl:if>
      <option value="0">[[followers.nobody]]</option>
      <xsl:apply-templates select="$some" mode="option"><xsl:with-param name="value" select="$value"/></xsl:apply-templates>
      <xsl:if test="$now and not($some[@person = $now])">
        <option value="{$now}">
          <xsl:if test="$value = $now"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
          <xsl:choose>
            <xsl:when test="$name"><xsl:value-of select="$name"/></xsl:when>
            <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
          </xsl:choose>
          <xsl:text> – </xsl:text>[[followers.no_role]]<xsl:text/>
        </option>
      </xsl:if>
    </select>
    <xsl:if test="$entry/@error"><p class="ds-validation-message" id="error-{$role}-{@id}"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
  </xsl:template>
  <xsl:template match="choice" mode="option">
    <xsl:param name="value"/>
    <option value="{@person}">
      <xsl:if test="@person = $value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:apply-templates select="key('follower', concat(@role, '|', @site, '|', @person))" mode="load"/>
    </option>
  </xsl:template>
  <!-- With how many students, of how many: all in the same weeks, wherever they are. -->
  <xsl:template match="follower" mode="load">
    <xsl:choose>
      <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
      <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
    </xsl:choose>
    <xsl:text> (</xsl:text>
    <xsl:value-of select="@given + @elsewhere"/>
    <xsl:if test="@most"><xsl:text>/</xsl:text><xsl:value-of select="@most"/></xsl:if>
    <xsl:text>)</xsl:text>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('row', @key)/@student"/></xsl:template>
</xsl:stylesheet>
