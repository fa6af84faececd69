<?xml version="1.0" encoding="UTF-8"?>
<!-- The exams whose grading one has part in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title">[[exams.title]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="exams" mode="list"/></xsl:template>
  <xsl:template match="exams" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'not_started started confirmed'"/>
      <xsl:with-param name="prefix" select="'exam_state.'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="/page/viewer/@plan-exams = 1">
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'view'"/>
          <xsl:with-param name="values" select="'today tomorrow mine edited'"/>
          <xsl:with-param name="prefix" select="'exams.view_'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'view'"/>
          <xsl:with-param name="values" select="'today tomorrow edited'"/>
          <xsl:with-param name="prefix" select="'exams.view_'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="exams" mode="empty"><p>[[exams.empty]]</p></xsl:template>

  <!-- One column says how many of how many; the file has both. -->
  <xsl:template match="exams/column[@name = 'papers' or @name = 'handed_in']"/>
  <xsl:template match="exam" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/exams/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="state"/></td>
      <td data-label="[[column.edited_at]]"><xsl:value-of select="@edited-at-text"/></td>
      <td data-label="[[column.starts_on]]"><xsl:if test="@starts-on"><xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text><span class="pk-nowrap">[[exam.at]]<xsl:text> </xsl:text><xsl:apply-templates select="@starts-at" mode="clock"/></span></xsl:if></td>
      <td data-label="[[column.ends_on]]"><xsl:if test="@ends-on"><xsl:value-of select="@ends-on-text"/><xsl:text> </xsl:text><span class="pk-nowrap">[[exam.at]]<xsl:text> </xsl:text><xsl:apply-templates select="@ends-at" mode="clock"/></span></xsl:if></td>
      <td data-label="[[column.graded]]" class="pk-number"><xsl:if test="@handed-in">[[exams.graded]]</xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
