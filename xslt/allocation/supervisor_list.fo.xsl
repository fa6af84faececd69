<?xml version="1.0" encoding="UTF-8"?>
<!-- Students in placement, a sheet a supervisor; the last is of those without. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/XSL/Format">
  <xsl:import href="../lib/print_placements.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:key name="supervisor" match="placement" use="concat('p', @supervisor-id)"/>

  <xsl:template match="page" mode="sheets">
    <xsl:param name="as"/>
    <xsl:apply-templates select="placements/placement[not(preceding-sibling::placement) or concat('p', @supervisor-id) != concat('p', preceding-sibling::placement[1]/@supervisor-id)]" mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates>
    <xsl:if test="not(placements/placement)"><xsl:apply-templates select="." mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates></xsl:if>
  </xsl:template>
  <xsl:template match="placement" mode="heading">
    <xsl:choose><xsl:when test="@supervisor-id"><xsl:value-of select="@supervisor"/></xsl:when><xsl:otherwise>[[placement_list.no_supervisor]]</xsl:otherwise></xsl:choose>
  </xsl:template>
  <!-- Whose students are at several sites has none in the head: each row names its own. -->
  <xsl:template match="placement" mode="organisation"><xsl:if test="@supervisor-id and not(key('supervisor', concat('p', @supervisor-id))[@site-id != current()/@site-id])"><xsl:value-of select="@site"/></xsl:if></xsl:template>
  <xsl:template match="placement" mode="rows"><xsl:apply-templates select="key('supervisor', concat('p', @supervisor-id))" mode="row"/></xsl:template>
  <xsl:template match="placement" mode="other-head">[[column.lecturer]]</xsl:template>
  <xsl:template match="placement" mode="other"><xsl:value-of select="@lecturer"/></xsl:template>
  <xsl:template match="placement" mode="unit-sub"><xsl:value-of select="@site"/></xsl:template>
</xsl:stylesheet>
