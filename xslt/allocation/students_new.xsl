<?xml version="1.0" encoding="UTF-8"?>
<!-- Students registered by hand: searched for, ticked, put in a class. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>
  <xsl:import href="../lib/students.xsl"/>

  <xsl:template match="page" mode="title">[[students.new]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:call-template name="people-search"/>
    <xsl:choose>
      <xsl:when test="../people/person">
        <xsl:if test="not(../search)"><p class="pk-quiet">[[students.of_programme]]</p></xsl:if>
        <xsl:apply-templates select="field[@name = 'people']"/>
        <xsl:if test="count(../people/person) = 200"><p class="pk-quiet">[[students.first_200]]</p></xsl:if>
      </xsl:when>
      <xsl:when test="../search"><p class="pk-quiet" id="field-people">[[students.not_found]]</p></xsl:when>
      <xsl:otherwise><p class="pk-quiet" id="field-people">[[students.nobody_left]]</p></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="field[@name = 'class']"/>
  </xsl:template>
  <xsl:template match="person" mode="more">
    <xsl:value-of select="@programme-name"/>
    <xsl:if test="@term"><xsl:text>, </xsl:text><xsl:call-template name="term"/></xsl:if>
    <xsl:if test="@email and @protected = 0"><xsl:text> · </xsl:text><xsl:value-of select="@email"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
