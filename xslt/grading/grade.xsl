<?xml version="1.0" encoding="UTF-8"?>
<!-- The papers of an assessor, marked where they stand. One form holds the page's rows; assets/js/grid.js saves each as it is left. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="head"><script src="/assets/grid.js?v={@assets}" defer="defer"></script></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'grade'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@grade-now = 1"><a class="ds-button" data-variant="secondary" href="/imports/new?kind=points&amp;exam={exam/@id}">[[grading.import]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[grading.confirmed_by]]</p></div></xsl:when>
      <xsl:when test="exam/@cancelled = 1"><div class="ds-alert" data-color="info"><p>[[error.exam_cancelled]]</p></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="progress"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="papers" mode="list"/>
  </xsl:template>

  <xsl:template match="progress">
    <p>
      <xsl:text>[[grading.progress]]</xsl:text>
      <xsl:if test="@wanted &gt; 0"><xsl:text> </xsl:text><a class="ds-link" href="/exams/{../exam/@id}/grade?state=todo">[[grading.wanted#@wanted]]</a></xsl:if>
      <xsl:if test="@disagree &gt; 0"><xsl:if test="@wanted &gt; 0"><xsl:text> ·</xsl:text></xsl:if><xsl:text> </xsl:text><a class="ds-link" href="/exams/{../exam/@id}/grade?state=disagree">[[grading.disagreed#@disagree]]</a></xsl:if>
    </p>
    <p class="pk-quiet">
      <xsl:choose><xsl:when test="../exam/@points-most">[[grading.points_up_to]]</xsl:when><xsl:otherwise>[[grading.grades_only]]</xsl:otherwise></xsl:choose>
      <xsl:if test="../grades/grade/@points-from"><xsl:text> </xsl:text>[[grading.grade_follows]]</xsl:if>
      <xsl:if test="../exam/@marks = 2"><xsl:text> </xsl:text>[[grading.two_marks]]</xsl:if>
    </p>
  </xsl:template>

  <xsl:template match="papers" mode="filters">
    <xsl:choose>
      <xsl:when test="/page/exam/@marks = 2">
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'state'"/>
          <xsl:with-param name="values" select="'todo mine partly disagree agreed absent'"/>
          <xsl:with-param name="prefix" select="'paper_state.'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'state'"/>
          <xsl:with-param name="values" select="'todo mine agreed absent'"/>
          <xsl:with-param name="prefix" select="'paper_state.'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="papers" mode="empty"><p>[[grading.no_papers]]</p></xsl:template>
  <xsl:template match="papers/column[@name = 'student' and not(/page/rights/@named = 1)]"/>
  <xsl:template match="papers/column[@name = 'points' and not(/page/exam/@points-most)]"/>
  <!-- It is a tag of the state: papers that were not handed in take no mark. -->
  <xsl:template match="papers/column[@name = 'handed_in']"/>

  <xsl:template match="papers" mode="list-table">
    <form class="pk-grid" method="post" action="{/page/form/@action}" data-grid="/exams/{/page/exam/@id}/grade?q=" data-saving="[[grid.saving]]" data-saved="[[grid.saved]]" data-failed="[[grid.failed]]">
      <xsl:attribute name="data-boundaries"><xsl:apply-templates select="/page/grades/grade[@points-from]" mode="boundary"/></xsl:attribute>
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="here" value="{/page/@query}"/>
      <div class="pk-list-top">
        <p class="pk-total" role="status">[[list.range]]</p>
        <xsl:if test="/page/rights/@grade-now = 1">
          <p class="pk-grid-status" role="status" data-status="data-status"></p>
          <button class="ds-button" type="submit" data-save="data-save" aria-keyshortcuts="Control+S">[[grid.save]] <kbd class="pk-key">Ctrl+S</kbd></button>
        </xsl:if>
        <xsl:call-template name="files"/>
      </div>
      <table class="ds-table pk-table pk-grid-table">
        <caption class="ds-sr-only">[[grading.caption]]</caption>
        <thead><tr><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="paper" mode="row"/></tbody>
      </table>
      <xsl:if test="/page/rights/@grade-now = 1 and count(paper) &gt; 10"><div class="pk-buttons"><button class="ds-button" type="submit">[[grid.save]]</button></div></xsl:if>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="grade" mode="boundary"><xsl:value-of select="@id"/>:<xsl:value-of select="@points-from"/><xsl:text> </xsl:text></xsl:template>

  <xsl:template match="paper" mode="row">
    <tr id="row-{@code}">
      <xsl:apply-templates select="." mode="code"/>
      <xsl:if test="/page/exam/@points-most"><td data-label="[[column.points]]" class="pk-number"><xsl:apply-templates select="@points" mode="points"/></td></xsl:if>
      <td data-label="[[column.grade]]"><xsl:value-of select="@grade"/></td>
      <td data-label="[[column.comment]]"><span class="pk-lines"><xsl:value-of select="@comment"/></span></td>
      <td data-label="[[column.other]]"><xsl:apply-templates select="." mode="other"/></td>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
  <!-- One that takes a mark. -->
  <xsl:template match="paper[/page/rights/@grade-now = 1 and @handed-in = 1 and not(@full = 1)]" mode="row">
    <xsl:variable name="points" select="key('entry', concat('points-', @code))"/>
    <xsl:variable name="grade" select="key('entry', concat('grade-', @code))"/>
    <xsl:variable name="comment" select="key('entry', concat('comment-', @code))"/>
    <tr id="row-{@code}" data-row="{@code}">
      <xsl:apply-templates select="." mode="code"/>
      <xsl:choose>
        <xsl:when test="/page/exam/@points-most">
          <td data-label="[[column.points]]">
            <input class="ds-input pk-entry" id="field-points-{@code}" name="points-{@code}" inputmode="decimal" autocomplete="off" aria-labelledby="column-points code-{@code}">
              <xsl:attribute name="value"><xsl:choose><xsl:when test="$points"><xsl:value-of select="$points/@value"/></xsl:when><xsl:otherwise><xsl:apply-templates select="@points" mode="points"/></xsl:otherwise></xsl:choose></xsl:attribute>
              <xsl:if test="$points/@error"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', @code)"/></xsl:attribute></xsl:if>
            </input>
            <xsl:call-template name="row-error"><xsl:with-param name="entry" select="$points"/></xsl:call-template>
          </td>
        </xsl:when>
      </xsl:choose>
      <td data-label="[[column.grade]]">
        <input type="hidden" name="row_version-{@code}" value="{@row-version}"/>
        <select class="ds-input" id="field-grade-{@code}" name="grade-{@code}" aria-labelledby="column-grade code-{@code}">
          <option value="">–</option>
          <xsl:choose>
            <xsl:when test="$grade"><xsl:apply-templates select="/page/grades/grade" mode="option"><xsl:with-param name="chosen" select="$grade/@value"/></xsl:apply-templates></xsl:when>
            <xsl:otherwise><xsl:apply-templates select="/page/grades/grade" mode="option"><xsl:with-param name="chosen" select="@grade-position"/></xsl:apply-templates></xsl:otherwise>
          </xsl:choose>
        </select>
        <xsl:call-template name="row-error"><xsl:with-param name="entry" select="$grade"/></xsl:call-template>
        <xsl:if test="not(/page/exam/@points-most)"><xsl:call-template name="row-error"><xsl:with-param name="entry" select="$points"/></xsl:call-template></xsl:if>
      </td>
      <td data-label="[[column.comment]]">
        <textarea class="ds-input" id="field-comment-{@code}" name="comment-{@code}" rows="1" aria-labelledby="column-comment code-{@code}"><xsl:choose><xsl:when test="$comment"><xsl:value-of select="$comment/@value"/></xsl:when><xsl:otherwise><xsl:value-of select="@comment"/></xsl:otherwise></xsl:choose></textarea>
        <xsl:call-template name="row-error"><xsl:with-param name="entry" select="$comment"/></xsl:call-template>
      </td>
      <td data-label="[[column.other]]"><xsl:apply-templates select="." mode="other"/></td>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="column[@name = 'points' or @name = 'grade' or @name = 'comment']">
    <th scope="col" id="column-{@name}">
      <xsl:choose>
        <xsl:when test="@href"><a class="pk-sort" href="{@href}">[[column.{@name}]]</a></xsl:when>
        <xsl:otherwise>[[column.{@name}]]</xsl:otherwise>
      </xsl:choose>
    </th>
  </xsl:template>

  <xsl:template match="paper" mode="code">
    <th scope="row" data-label="[[column.code]]">
      <xsl:choose>
        <xsl:when test="@file = 1"><a class="ds-link pk-code" id="code-{@code}" href="/exams/{/page/exam/@id}/paper?code={@code}"><xsl:value-of select="@code"/></a></xsl:when>
        <xsl:otherwise><span class="pk-code" id="code-{@code}"><xsl:value-of select="@code"/></span></xsl:otherwise>
      </xsl:choose>
    </th>
    <xsl:if test="/page/rights/@named = 1"><td data-label="[[column.student]]"><xsl:value-of select="@student"/></td></xsl:if>
  </xsl:template>
  <xsl:template match="grade" mode="option">
    <xsl:param name="chosen"/>
    <xsl:choose>
      <xsl:when test="@id = $chosen"><option value="{@id}" selected="selected"><xsl:value-of select="@name"/></option></xsl:when>
      <xsl:otherwise><option value="{@id}"><xsl:value-of select="@name"/></option></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A colleague's mark, and one's own made like it where the two disagree. -->
  <xsl:template match="paper" mode="other">
    <xsl:if test="@other">
      <span class="pk-other"><xsl:value-of select="@other"/>: <strong class="pk-nowrap"><xsl:apply-templates select="@other-points" mode="points"/><xsl:text> </xsl:text><xsl:value-of select="key('grade', @other-position)/@name"/></strong></span>
      <xsl:if test="@other-comment"><span class="pk-sub pk-lines"><xsl:value-of select="@other-comment"/></span></xsl:if>
      <xsl:if test="@state = 'disagree' and @row-version &gt; 0 and /page/rights/@grade-now = 1">
        <button class="ds-button" data-variant="tertiary" type="submit" name="take" value="{@code}">[[grading.take]]<span class="ds-sr-only"> – <xsl:value-of select="@code"/></span></button>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="row-error">
    <xsl:param name="entry"/>
    <xsl:if test="$entry/@error">
      <p class="ds-validation-message" id="error-{$entry/@key}"><xsl:for-each select="/page/form/field[@name = $entry/@field]"><xsl:value-of select="pk:label($entry/@error)"/></xsl:for-each></p>
    </xsl:if>
  </xsl:template>
  <xsl:key name="grade" match="grades/grade" use="@id"/>
  <xsl:template match="form/error[@key]" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="@key"/></xsl:template>
</xsl:stylesheet>
