<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists of a session to print: which there are, what stands over each. The page gives match="page" mode="list". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="candidate.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'lists'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="candidates/candidate or seats/seat"><a class="ds-button" data-variant="secondary" href="{@path}/print">[[prints.print]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <nav class="pk-views pk-lists" aria-label="[[exam.part_lists]]">
      <ul>
        <xsl:if test="rights/@see-candidates = 1">
          <li><xsl:call-template name="exam-list"><xsl:with-param name="list" select="'attendance'"/></xsl:call-template></li>
          <li><xsl:call-template name="exam-list"><xsl:with-param name="list" select="'may_sit'"/></xsl:call-template></li>
        </xsl:if>
        <xsl:if test="session/@anonymous = 1"><li><xsl:call-template name="exam-list"><xsl:with-param name="list" select="'seats'"/></xsl:call-template></li></xsl:if>
      </ul>
    </nav>
    <section class="pk-section pk-sheet" aria-labelledby="list">
      <h2 class="ds-heading" id="list"><xsl:value-of select="pk:label('exam_list.', @name)"/></h2>
      <p class="pk-sheet-place"><xsl:if test="session/@place"><xsl:value-of select="session/@place"/><xsl:text> · </xsl:text></xsl:if><xsl:value-of select="session/@courses"/></p>
      <xsl:apply-templates select="." mode="list"/>
    </section>
  </xsl:template>
  <xsl:template name="exam-list">
    <xsl:param name="list"/>
    <a href="/exam-sessions/{/page/session/@id}/{translate($list, '_', '-')}">
      <xsl:if test="$list = /page/@name"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
      <xsl:value-of select="pk:label('exam_list.', $list)"/>
    </a>
  </xsl:template>

  <!-- What candidate lists share: number, name, course. -->
  <xsl:template match="page" mode="list">
    <xsl:choose>
      <xsl:when test="candidates/candidate">
        <p class="pk-quiet pk-no-print">[[exam_list.print_help]]</p>
        <p>[[exam_list.count#count(candidates/candidate)]]</p>
        <table class="ds-table pk-table pk-sheet-table">
          <caption class="ds-sr-only"><xsl:value-of select="pk:label('exam_list.', @name)"/></caption>
          <thead><tr><th scope="col" class="pk-number">[[exam_list.number]]</th><th scope="col">[[column.name]]</th><xsl:apply-templates select="." mode="columns"/></tr></thead>
          <tbody><xsl:apply-templates select="candidates/candidate" mode="row"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[candidates.empty]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="candidate" mode="row">
    <tr>
      <td class="pk-number" data-label="[[exam_list.number]]"><xsl:value-of select="position()"/></td>
      <th scope="row" data-label="[[column.name]]">
        <xsl:choose>
          <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
          <xsl:otherwise><span class="pk-quiet">[[exam_list.protected]]</span></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="contains(/page/session/@courses, ',')"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@course-code"/></span></xsl:if>
      </th>
      <xsl:apply-templates select="." mode="cells"/>
    </tr>
  </xsl:template>
  <!-- When it ends for them: only where that is later than for the others. -->
  <xsl:template match="candidate" mode="ends"><xsl:if test="@extra-minutes &gt; 0 and @own-ends-at"><xsl:apply-templates select="@own-ends-at" mode="clock"/></xsl:if></xsl:template>
</xsl:stylesheet>
