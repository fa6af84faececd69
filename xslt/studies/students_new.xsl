<?xml version="1.0" encoding="UTF-8"?>
<!-- Students who begin to read a course instance: of the programme, of a cohort (all ticked), or searched for. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/studies.xsl"/>
  <xsl:import href="../lib/people_ticks.xsl"/>
  <xsl:import href="../lib/course_students.xsl"/>

  <xsl:template match="page" mode="title">[[course_students.new]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="cohorts/cohort">
      <nav class="pk-parts" aria-label="[[column.cohort]]">
        <ul>
          <li><a href="{@path}"><xsl:if test="not(search/@cohort)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[list.all]]</a></li>
          <xsl:apply-templates select="cohorts/cohort" mode="part"/>
        </ul>
      </nav>
    </xsl:if>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="cohort" mode="part">
    <li><a href="{/page/@path}?cohort={@term}"><xsl:if test="@term = /page/search/@cohort"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if><xsl:call-template name="term"/><xsl:text> (</xsl:text><xsl:value-of select="@students"/><xsl:text>)</xsl:text></a></li>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:call-template name="people-search"/>
    <xsl:choose>
      <xsl:when test="../people/person">
        <xsl:choose>
          <xsl:when test="../search/@cohort"><p class="pk-quiet">[[course_students.whole_cohort]]</p></xsl:when>
          <xsl:when test="not(../search)"><p class="pk-quiet">[[course_students.of_programme]]</p></xsl:when>
        </xsl:choose>
        <xsl:apply-templates select="field[@name = 'people']"/>
        <xsl:if test="count(../people/person) = 200"><p class="pk-quiet">[[students.first_200]]</p></xsl:if>
      </xsl:when>
      <xsl:when test="../search"><p class="pk-quiet" id="field-people">[[course_students.not_found]]</p></xsl:when>
      <xsl:otherwise><p class="pk-quiet" id="field-people">[[course_students.nobody_left]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
