<?xml version="1.0" encoding="UTF-8"?>
<!-- Students who no longer read a course instance. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/studies.xsl"/>
  <xsl:import href="../lib/people_ticks.xsl"/>
  <xsl:import href="../lib/course_students.xsl"/>

  <xsl:template match="page" mode="title">[[course_students.end]]</xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[course_students.end_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:call-template name="people-search"/>
    <xsl:choose>
      <xsl:when test="../people/person">
        <xsl:apply-templates select="field[@name = 'people']"/>
        <xsl:if test="count(../people/person) = 500"><p class="pk-quiet">[[course_students.first_500]]</p></xsl:if>
      </xsl:when>
      <xsl:otherwise><p class="pk-quiet" id="field-people">[[course_students.nobody_reads]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
