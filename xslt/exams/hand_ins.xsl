<?xml version="1.0" encoding="UTF-8"?>
<!-- Who was there, and who has handed in when: in the row, all rows of the page saved together, or the same for those ticked. The list
     has its own form for searching, so the fields here belong to the form `rows` below it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:key name="row" match="rows/row" use="@id"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'hand_ins'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:choose>
      <xsl:when test="sums/@candidates = 0"><div class="pk-empty" role="status"><p>[[hand_ins.nobody]]</p></div></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="sums"/>
        <xsl:if test="sums/@unchecked &gt; 0 and rights/@candidates = 1 and not(session/@exam-state = 'confirmed')"><xsl:apply-templates select="form" mode="check"/></xsl:if>
        <xsl:if test="session/@anonymous = 1 and not(session/@exam-state = 'confirmed') and rows/row/@file-number"><p class="pk-quiet">[[hand_in.original_later]]</p></xsl:if>
        <xsl:apply-templates select="rows" mode="list"/>
        <xsl:if test="rows/row and rights/@candidates = 1 and not(session/@exam-state = 'confirmed')"><xsl:apply-templates select="form" mode="save"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sums">
    <p>[[hand_ins.sums]]</p>
    <xsl:if test="@refused &gt; 0">
      <ul class="pk-todo"><li><a href="/exam-sessions/{../session/@id}/hand-ins?state=refused"><span class="pk-todo-what">[[hand_ins.refused#@refused]]</span></a></li></ul>
    </xsl:if>
  </xsl:template>

  <!-- Files that nobody could look at, through no fault of theirs. -->
  <xsl:template match="form" mode="check">
    <form class="pk-form" method="post" action="{@action}">
      <input type="hidden" name="token" value="{@token}"/>
      <div class="ds-alert" data-color="warning">
        <p>[[error.file_unchecked]]</p>
        <p><button class="ds-button" data-variant="secondary" type="submit" name="act" value="check">[[hand_ins.check]]</button></p>
      </div>
    </form>
  </xsl:template>

  <!-- One of three buttons for those ticked, one for all rows. The first is what Enter in a field does. -->
  <xsl:template match="form" mode="save">
    <form class="pk-form" id="rows" method="post" action="{@action}">
      <input type="hidden" name="token" value="{@token}"/>
      <input type="hidden" name="here" value="{/page/@query}"/>
      <p class="pk-quiet">[[hand_ins.help]]</p>
      <xsl:if test="/page/session/@date-mode != 'day'"><xsl:apply-templates select="field[@name = 'day']"/></xsl:if>
      <div class="pk-buttons"><button class="ds-button" type="submit" name="act" value="save">[[submit.hand_ins]]</button></div>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">[[hand_ins.chosen]]</legend>
        <div class="pk-hand-ins">
          <button class="ds-button" data-variant="secondary" type="submit" name="act" value="present">[[hand_ins.present]]</button>
          <button class="ds-button" data-variant="secondary" type="submit" name="act" value="absent">[[hand_ins.absent]]</button>
          <xsl:apply-templates select="field[@name = 'at']"/>
          <button class="ds-button" data-variant="secondary" type="submit" name="act" value="mark">[[hand_ins.mark]]</button>
        </div>
      </fieldset>
    </form>
  </xsl:template>

  <xsl:template match="rows" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'present absent unknown handed_in nothing refused'"/>
      <xsl:with-param name="prefix" select="'hand_in_filter.'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The file stands with how it came. -->
  <xsl:template match="rows/column[@name = 'file_name' or @name = 'course']"/>
  <xsl:template match="row" mode="row">
    <xsl:variable name="open" select="/page/rights/@candidates = 1 and not(/page/session/@exam-state = 'confirmed')"/>
    <tr>
      <th scope="row" id="student-{@id}" data-label="[[column.student]]">
        <xsl:if test="$open">
          <input class="ds-input" type="checkbox" form="rows" name="chosen" value="{@id}" id="field-chosen-{@id}" aria-labelledby="name-{@id}">
            <xsl:if test="key('entry', concat('chosen-', @id))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
          </input>
          <input type="hidden" form="rows" name="seen-{@id}" value="{@version}"/>
          <xsl:text> </xsl:text>
        </xsl:if>
        <a class="ds-link" id="name-{@id}" href="/candidates/{@id}"><xsl:value-of select="@student"/></a>
        <span class="pk-sub"><xsl:value-of select="@course"/><xsl:if test="@extra-minutes &gt; 0"><xsl:text> · </xsl:text>[[hand_in.extra_minutes]]</xsl:if></span>
      </th>
      <td data-label="[[column.attendance]]"><xsl:call-template name="attendance"><xsl:with-param name="open" select="$open"/></xsl:call-template></td>
      <td data-label="[[column.handed_in]]"><xsl:apply-templates select="." mode="handed-in"/></td>
      <td data-label="[[column.handed_in_at]]"><xsl:call-template name="handed-in-at"><xsl:with-param name="open" select="$open"/></xsl:call-template></td>
    </tr>
  </xsl:template>

  <xsl:template name="attendance">
    <xsl:param name="open"/>
    <xsl:variable name="entry" select="key('entry', concat('attendance-', @id))"/>
    <xsl:variable name="value">
      <xsl:choose>
        <xsl:when test="$entry"><xsl:value-of select="$entry/@value"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@attendance"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$open">
        <select class="ds-input pk-attendance" form="rows" id="field-attendance-{@id}" name="attendance-{@id}">
          <xsl:attribute name="aria-label"><xsl:value-of select="concat(pk:label('column.', 'attendance'), ' – ', @student)"/></xsl:attribute>
          <xsl:call-template name="row-error"><xsl:with-param name="entry" select="$entry"/></xsl:call-template>
          <option value="unknown"><xsl:if test="$value = 'unknown'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>[[attendance.unknown]]</option>
          <option value="present"><xsl:if test="$value = 'present'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>[[attendance.present]]</option>
          <option value="absent"><xsl:if test="$value = 'absent'"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>[[attendance.absent]]</option>
        </select>
        <xsl:call-template name="row-message"><xsl:with-param name="entry" select="$entry"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>[[attendance.{@attendance}]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="row" mode="handed-in"/>
  <xsl:template match="row[@handed-in = 'mark']" mode="handed-in">[[handed_in.mark]]</xsl:template>
  <xsl:template match="row[@file-number]" mode="handed-in" priority="1">
    <xsl:choose>
      <xsl:when test="/page/session/@anonymous = 1 and not(/page/session/@exam-state = 'confirmed')"><xsl:value-of select="@file-name"/></xsl:when>
      <xsl:otherwise><a class="ds-link" href="/candidates/{@id}/file?number={@file-number}"><xsl:value-of select="@file-name"/></a></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="@file-state = 'refused'"><span class="pk-sub"><span class="ds-tag pk-tag" data-color="danger">[[hand_in_state.refused]]</span><xsl:text> </xsl:text><xsl:value-of select="pk:label('error.', @file-error)"/></span></xsl:when>
      <xsl:when test="@file-state = 'new' and @file-error"><span class="pk-sub"><span class="ds-tag pk-tag" data-color="warning">[[hand_in_state.unchecked]]</span></span></xsl:when>
      <xsl:when test="@file-state = 'new'"><span class="pk-sub">[[hand_in_state.new]]</span></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Of a file the moment it came; else the time that is written down. -->
  <xsl:template name="handed-in-at">
    <xsl:param name="open"/>
    <xsl:variable name="entry" select="key('entry', concat('time-', @id))"/>
    <xsl:choose>
      <xsl:when test="@handed-in = 'file' or (@handed-in and not($open))"><time datetime="{@handed-in-at}"><xsl:value-of select="@handed-in-at-text"/></time></xsl:when>
      <xsl:when test="$open">
        <input class="ds-input pk-clock" type="text" form="rows" id="field-time-{@id}" name="time-{@id}" inputmode="numeric" autocomplete="off" size="6" maxlength="8">
          <xsl:attribute name="aria-label"><xsl:value-of select="concat(pk:label('column.', 'handed_in_at'), ' – ', @student)"/></xsl:attribute>
          <xsl:attribute name="value">
            <xsl:choose>
              <xsl:when test="$entry"><xsl:value-of select="$entry/@value"/></xsl:when>
              <xsl:when test="@handed-in-at"><xsl:value-of select="substring(@handed-in-at, 12, 5)"/></xsl:when>
            </xsl:choose>
          </xsl:attribute>
          <xsl:call-template name="row-error"><xsl:with-param name="entry" select="$entry"/></xsl:call-template>
        </input>
        <xsl:if test="@handed-in-at and /page/session/@date-mode != 'day'"><span class="pk-sub"><time datetime="{@handed-in-at}"><xsl:value-of select="@handed-in-at-text"/></time></span></xsl:if>
        <xsl:call-template name="row-message"><xsl:with-param name="entry" select="$entry"/></xsl:call-template>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="row-error">
    <xsl:param name="entry"/>
    <xsl:if test="$entry/@error">
      <xsl:attribute name="aria-invalid">true</xsl:attribute>
      <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', $entry/@field, '-', @id)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>
  <xsl:template name="row-message">
    <xsl:param name="entry"/>
    <xsl:if test="$entry/@error"><p class="ds-validation-message" id="error-{$entry/@field}-{@id}"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('row', @key)/@student"/></xsl:template>
</xsl:stylesheet>
