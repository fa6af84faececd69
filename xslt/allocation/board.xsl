<?xml version="1.0" encoding="UTF-8"?>
<!-- Where each student is put, changed row by row or for all that are ticked. One form holds the page's rows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:key name="unit" match="units/unit" use="@id"/>
  <xsl:key name="student" match="students/student" use="@id"/>
  <!-- So many units are offered in every row; where there are more, a row offers its wishes, and a page of its own all. -->
  <xsl:variable name="few" select="count(/page/units/unit) &lt;= 30"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'board'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="workbench" mode="line"/>
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="students" mode="list"/>
  </xsl:template>

  <xsl:template match="students" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'unplaced placed locked unwished grouped too_many changed'"/>
      <xsl:with-param name="prefix" select="'board.state_'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="/page/classes/class"><xsl:call-template name="filter-rows"><xsl:with-param name="name" select="'class'"/><xsl:with-param name="rows" select="/page/classes/class"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'class']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="filter[@name = 'unit']"/>
  </xsl:template>
  <xsl:template match="students" mode="empty">
    <p>[[board.empty]]</p>
    <p><a class="ds-button" href="/activities/{/page/activity/@id}/students">[[board.empty_action]]</a></p>
  </xsl:template>

  <xsl:template match="students" mode="list-table">
    <form class="pk-board" method="post" action="{/page/form/@action}">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="here" value="{/page/@query}"/>
      <xsl:call-template name="tools"/>
      <div class="pk-list-top">
        <p class="pk-total" role="status">[[list.range]]</p>
        <xsl:call-template name="files"/>
      </div>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[board.caption]]</caption>
        <thead><tr><th scope="col"><span class="ds-sr-only">[[board.tick]]</span></th><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="student" mode="row"/></tbody>
      </table>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="students/column[@name = 'class' or @name = 'municipality' or @name = 'site' or @name = 'locked']"/>

  <!-- What is done with the page: its changed rows saved; the ticked ones put somewhere, locked, unlocked, taken away. -->
  <xsl:template name="tools">
    <div class="pk-board-tools">
      <div class="pk-board-save">
        <button class="ds-button" type="submit" name="act" value="save">[[board.save]]</button>
        <div class="ds-field">
          <xsl:choose>
            <xsl:when test="/page/form/field[@name = 'lock']/@value = 1"><input class="ds-input" type="checkbox" id="field-lock" name="lock" value="1" checked="checked"/></xsl:when>
            <xsl:otherwise><input class="ds-input" type="checkbox" id="field-lock" name="lock" value="1"/></xsl:otherwise>
          </xsl:choose>
          <label for="field-lock">[[board.lock_moved]]</label>
        </div>
      </div>
      <fieldset class="pk-board-ticked">
        <legend>[[board.with_ticked]]</legend>
        <label class="ds-sr-only" for="field-to">[[board.put_at]]</label>
        <select class="ds-input" id="field-to" name="to">
          <option value="">[[board.choose_unit]]</option>
          <xsl:apply-templates select="/page/units/unit" mode="option"><xsl:with-param name="chosen" select="/page/form/field[@name = 'to']/@value"/></xsl:apply-templates>
        </select>
        <button class="ds-button" data-variant="secondary" type="submit" name="act" value="put">[[board.put]]</button>
        <button class="ds-button" data-variant="tertiary" type="submit" name="act" value="lock">[[board.lock]]</button>
        <button class="ds-button" data-variant="tertiary" type="submit" name="act" value="unlock">[[board.unlock]]</button>
        <button class="ds-button" data-variant="tertiary" type="submit" name="act" value="clear">[[board.clear]]</button>
      </fieldset>
    </div>
  </xsl:template>

  <xsl:template match="student" mode="row">
    <xsl:variable name="entry" select="key('entry', concat('at-', @id))"/>
    <tr>
      <td data-label="[[board.tick]]">
        <xsl:choose>
          <xsl:when test="key('entry', concat('chosen-', @id))"><input class="ds-input" type="checkbox" name="chosen" value="{@id}" aria-labelledby="student-{@id}" checked="checked"/></xsl:when>
          <xsl:otherwise><input class="ds-input" type="checkbox" name="chosen" value="{@id}" aria-labelledby="student-{@id}"/></xsl:otherwise>
        </xsl:choose>
        <input type="hidden" name="was-{@id}" value="{number(concat('0', @unit-id))}"/>
        <input type="hidden" name="row_version-{@id}" value="{@row-version}"/>
      </td>
      <th scope="row" data-label="[[column.student]]">
        <a class="ds-link" id="student-{@id}" href="/registrations/{@id}"><xsl:value-of select="@student"/></a>
        <span class="pk-sub"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="facts"/></span>
        <xsl:if test="@group-kind"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="group"/></xsl:if>
      </th>
      <td data-label="[[column.unit]]">
        <div class="pk-board-place">
          <select class="ds-input" id="field-at-{@id}" name="at-{@id}" aria-labelledby="student-{@id}">
            <xsl:if test="$entry/@error"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-at-', @id)"/></xsl:attribute></xsl:if>
            <xsl:choose>
              <xsl:when test="$entry"><xsl:call-template name="choices"><xsl:with-param name="chosen" select="$entry/@value"/></xsl:call-template></xsl:when>
              <xsl:otherwise><xsl:call-template name="choices"><xsl:with-param name="chosen" select="number(concat('0', @unit-id))"/></xsl:call-template></xsl:otherwise>
            </xsl:choose>
          </select>
          <button class="ds-button" data-variant="tertiary" type="submit" name="row" value="{@id}">[[board.save_row]]<span class="ds-sr-only"> – <xsl:value-of select="@student"/></span></button>
        </div>
        <xsl:if test="$entry/@error"><p class="ds-validation-message" id="error-at-{@id}"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
        <span class="pk-sub pk-board-more">
          <xsl:if test="@locked = 1"><span class="pk-locked"><span class="pk-icon pk-icon-lock" aria-hidden="true"></span>[[board.locked]]</span><xsl:text> </xsl:text></xsl:if>
          <a class="ds-link" href="/registrations/{@id}/place">[[board.all_places]]<span class="ds-sr-only"> – <xsl:value-of select="@student"/></span></a>
          <xsl:if test="@unit-id"><xsl:text> · </xsl:text><a class="ds-link" href="/registrations/{@id}/swap">[[board.swap]]<span class="ds-sr-only"> – <xsl:value-of select="@student"/></span></a></xsl:if>
          <xsl:if test="key('unit', @unit-id)/@remaining &lt; 0"><xsl:text> </xsl:text><span class="pk-late">[[board.unit_too_many]]</span></xsl:if>
          <xsl:if test="@shared"><span class="pk-board-shared">[[board.shared_at]]</span></xsl:if>
        </span>
      </td>
      <td data-label="[[column.rank]]"><xsl:apply-templates select="." mode="rank"/></td>
      <td data-label="[[column.km]]" class="pk-number"><xsl:if test="@km">[[board.km]]</xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="student" mode="facts">
    <xsl:if test="@class">[[board.class]]</xsl:if>
    <xsl:if test="@class and @municipality"> · </xsl:if>
    <xsl:value-of select="@municipality"/>
    <xsl:if test="@car = 1"><xsl:text> · </xsl:text>[[board.car]]</xsl:if>
  </xsl:template>
  <xsl:template match="student" mode="group"><a class="ds-tag pk-tag" data-color="info" href="/groups/{@allocation-group}/edit">[[group_kind.{@group-kind}]]</a></xsl:template>
  <xsl:template match="student[@parted = 1]" mode="group"><a class="ds-tag pk-tag" data-color="warning" href="/groups/{@allocation-group}/edit">[[group_kind.{@group-kind}]]: [[board.parted]]</a></xsl:template>

  <!-- Nowhere, the wishes in their order, then the others. chosen: a unit's id. -->
  <xsl:template name="choices">
    <xsl:param name="chosen"/>
    <option value="0">[[board.nowhere]]</option>
    <xsl:call-template name="wishes">
      <xsl:with-param name="ids" select="concat(@wishes, ' ')"/>
      <xsl:with-param name="number" select="1"/>
      <xsl:with-param name="chosen" select="$chosen"/>
    </xsl:call-template>
    <xsl:variable name="wishes" select="concat(' ', @wishes, ' ')"/>
    <xsl:choose>
      <xsl:when test="$few"><xsl:apply-templates select="/page/units/unit[not(contains($wishes, concat(' ', @id, ' ')))]" mode="option"><xsl:with-param name="chosen" select="$chosen"/></xsl:apply-templates></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="key('unit', $chosen)[not(contains($wishes, concat(' ', @id, ' ')))]" mode="option"><xsl:with-param name="chosen" select="$chosen"/></xsl:apply-templates></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="wishes">
    <xsl:param name="ids"/>
    <xsl:param name="number"/>
    <xsl:param name="chosen"/>
    <xsl:variable name="id" select="substring-before($ids, ' ')"/>
    <xsl:if test="$id != ''">
      <xsl:apply-templates select="key('unit', $id)" mode="option">
        <xsl:with-param name="chosen" select="$chosen"/>
        <xsl:with-param name="before" select="concat($number, '. ')"/>
      </xsl:apply-templates>
      <xsl:call-template name="wishes">
        <xsl:with-param name="ids" select="substring-after($ids, ' ')"/>
        <xsl:with-param name="number" select="$number + 1"/>
        <xsl:with-param name="chosen" select="$chosen"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="unit" mode="option">
    <xsl:param name="chosen"/>
    <xsl:param name="before"/>
    <xsl:choose>
      <xsl:when test="@id = $chosen"><option value="{@id}" selected="selected"><xsl:value-of select="$before"/><xsl:apply-templates select="." mode="left"/></option></xsl:when>
      <xsl:otherwise><option value="{@id}"><xsl:value-of select="$before"/><xsl:apply-templates select="." mode="left"/></option></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('student', @key)/@student"/></xsl:template>
</xsl:stylesheet>
