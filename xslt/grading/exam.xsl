<?xml version="1.0" encoding="UTF-8"?>
<!-- An exam's grading at a glance: how far, by whom, every paper by its code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'overview'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@grade-now = 1"><a class="ds-button" href="/exams/{exam/@id}/grade">[[grading.mark]]</a></xsl:if>
    <xsl:if test="rights/@confirm-now = 1"><a class="ds-button" href="/exams/{exam/@id}/confirm"><xsl:if test="rights/@grade-now = 1"><xsl:attribute name="data-variant">secondary</xsl:attribute></xsl:if>[[grading.confirm]]</a></xsl:if>
    <xsl:if test="rights/@reopen-now = 1"><a class="ds-button" data-variant="tertiary" href="/exams/{exam/@id}/reopen">[[grading.reopen]]</a></xsl:if>
    <xsl:if test="rights/@oversee = 1"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{exam/@exam-session}">[[grading.to_session]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="rights/@plan-now = 1"><xsl:call-template name="lacking"/></xsl:if>
    <xsl:if test="exam/@state = 'confirmed'"><p>[[grading.confirmed_by]]</p></xsl:if>
    <xsl:if test="rights/@shown = 1"><div class="ds-alert" data-color="info"><p>[[grading.shown]]</p></div></xsl:if>
    <xsl:if test="not(counts)"><div class="ds-alert" data-color="info"><p>[[grading.waits]]</p></div></xsl:if>
    <xsl:apply-templates select="counts"/>
    <div class="pk-columns">
      <section class="pk-section" aria-labelledby="assessors">
        <h2 class="ds-heading" id="assessors">[[grading.part_assessors]]</h2>
        <xsl:choose>
          <xsl:when test="assessors/assessor"><xsl:apply-templates select="assessors"/></xsl:when>
          <xsl:otherwise><p class="pk-quiet">[[grading.no_assessors]]</p></xsl:otherwise>
        </xsl:choose>
      </section>
      <section class="pk-section" aria-labelledby="tally">
        <h2 class="ds-heading" id="tally">[[grading.tally]]</h2>
        <p class="pk-quiet">
          <xsl:choose><xsl:when test="exam/@points-most">[[grading.points_up_to]]</xsl:when><xsl:otherwise>[[grading.grades_only]]</xsl:otherwise></xsl:choose>
          <xsl:text> </xsl:text>
          <xsl:choose><xsl:when test="exam/@marks = 2">[[grading.two_marks]]</xsl:when><xsl:otherwise>[[grading.one_mark]]</xsl:otherwise></xsl:choose>
        </p>
        <xsl:apply-templates select="grades" mode="tally"/>
      </section>
    </div>
    <xsl:if test="counts"><section class="pk-section" aria-labelledby="papers">
      <h2 class="ds-heading" id="papers">[[column.papers]]</h2>
      <xsl:apply-templates select="papers" mode="list"/>
    </section></xsl:if>
    <xsl:if test="rights/@oversee = 1"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>

  <!-- What the planner has yet to see to before anybody can grade. -->
  <xsl:template name="lacking">
    <xsl:if test="not(assessors/assessor) or (exam/@state = 'not_started' and not(exam/@points-most) and not(grades/grade/@points-from))">
      <ul class="pk-todo">
        <xsl:if test="exam/@state = 'not_started' and not(exam/@points-most)"><li><a href="/exams/{exam/@id}/setup"><span class="pk-todo-what">[[grading.set_up]]</span><span class="pk-todo-more">[[grading.set_up_more]]</span></a></li></xsl:if>
        <xsl:if test="not(assessors/assessor)"><li><a href="/exams/{exam/@id}/assessors"><span class="pk-todo-what">[[grading.add_assessors]]</span><span class="pk-todo-more">[[grading.add_assessors_more]]</span></a></li></xsl:if>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="assessors">
    <table class="ds-table pk-table">
      <caption class="ds-sr-only">[[grading.part_assessors]]</caption>
      <thead><tr><th scope="col">[[column.assessor]]</th><xsl:if test="count(../committees/committee) &gt; 1"><th scope="col">[[column.committee]]</th></xsl:if><th scope="col" class="pk-number">[[column.marked]]</th></tr></thead>
      <tbody><xsl:apply-templates select="assessor"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="assessor">
    <tr>
      <th scope="row" data-label="[[column.assessor]]"><xsl:value-of select="@name"/></th>
      <xsl:if test="count(/page/committees/committee) &gt; 1"><td data-label="[[column.committee]]"><xsl:value-of select="@committee-name"/></td></xsl:if>
      <td data-label="[[column.marked]]" class="pk-number"><xsl:value-of select="@marked"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="papers" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'unmarked partly disagree agreed absent'"/>
      <xsl:with-param name="prefix" select="'paper_state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="papers" mode="empty"><p>[[grading.no_papers]]</p></xsl:template>
  <xsl:template match="papers/column[@name = 'student' and not(/page/rights/@named = 1)]"/>
  <xsl:template match="papers/column[@name = 'committee' and count(/page/committees/committee) = 1]"/>
  <xsl:template match="papers/column[@name = 'points' and not(/page/exam/@points-most)]"/>
  <xsl:template match="paper" mode="row">
    <tr>
      <th scope="row" data-label="[[column.code]]">
        <xsl:choose>
          <xsl:when test="@file = 1"><a class="ds-link pk-code" href="/exams/{/page/exam/@id}/paper?code={@code}"><xsl:value-of select="@code"/></a></xsl:when>
          <xsl:otherwise><span class="pk-code"><xsl:value-of select="@code"/></span></xsl:otherwise>
        </xsl:choose>
      </th>
      <xsl:if test="/page/rights/@named = 1"><td data-label="[[column.student]]"><xsl:value-of select="@student"/></td></xsl:if>
      <xsl:if test="count(/page/committees/committee) &gt; 1"><td data-label="[[column.committee]]"><xsl:value-of select="@committee"/></td></xsl:if>
      <td data-label="[[column.handed_in]]">[[paper_handed_in.{@handed-in}]]</td>
      <td data-label="[[column.marks]]"><xsl:value-of select="@marks"/></td>
      <xsl:if test="/page/exam/@points-most"><td data-label="[[column.points]]" class="pk-number"><xsl:apply-templates select="@points" mode="points"/></td></xsl:if>
      <td data-label="[[column.grade]]"><strong><xsl:value-of select="@grade"/></strong></td>
      <td data-label="[[column.state]]">
        <xsl:apply-templates select="." mode="state"/>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
