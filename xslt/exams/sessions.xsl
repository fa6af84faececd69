<?xml version="1.0" encoding="UTF-8"?>
<!-- Exam sessions. A draft leads to where it was left. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title">[[exam_sessions.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@plan-exams = 1"><a class="ds-button" href="/exam-sessions/new">[[exam.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="sessions" mode="list"/></xsl:template>

  <xsl:template match="sessions" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'draft open coming running held undated cancelled'"/>
      <xsl:with-param name="prefix" select="'exam_stage.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'type'"/>
      <xsl:with-param name="values" select="'digital_exam digital_resit other'"/>
      <xsl:with-param name="prefix" select="'exam_type.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-terms"><xsl:with-param name="rows" select="/page/terms/term"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'institution'"/>
          <xsl:with-param name="rows" select="/page/institutions/institution"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="filter[@name = 'from' or @name = 'to']"/>
  </xsl:template>
  <xsl:template match="sessions" mode="empty">
    <p>[[exam_sessions.none_yet]]</p>
    <xsl:if test="/page/viewer/@plan-exams = 1"><p><a class="ds-button" href="/exam-sessions/new">[[exam.new]]</a></p></xsl:if>
  </xsl:template>

  <!-- For the file; the page says the days in one column. -->
  <xsl:template match="sessions/column[@name = 'starts_at' or @name = 'ends_on' or @name = 'ends_at' or @name = 'registers_from']"/>
  <xsl:template match="sessions/column[@name = 'institution' and count(/page/institutions/institution) &lt; 2]"/>
  <xsl:template match="session" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/exam-sessions/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.type]]">[[exam_type.{@type}]]</td>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-stage="{@state}">[[exam_stage.{@state}]]</span></td>
      <td data-label="[[column.starts_on]]"><xsl:call-template name="exam-when"/></td>
      <td data-label="[[column.course]]"><xsl:value-of select="@course"/></td>
      <td data-label="[[column.registers_to]]"><xsl:apply-templates select="." mode="registers"/></td>
      <td data-label="[[column.results_due]]"><xsl:if test="@results-due"><time class="pk-nowrap" datetime="{@results-due}"><xsl:value-of select="@results-due-text"/></time></xsl:if></td>
      <xsl:if test="count(/page/institutions/institution) &gt; 1"><td data-label="[[column.institution]]"><xsl:value-of select="@institution"/></td></xsl:if>
    </tr>
  </xsl:template>
  <xsl:template match="session" mode="registers">
    <xsl:if test="@registers-to-text"><span class="pk-nowrap"><xsl:value-of select="@registers-to-text"/></span></xsl:if>
    <xsl:if test="@registers = 'open' and @state != 'draft' and @state != 'cancelled'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-registers="open">[[exam_registers.open]]</span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
