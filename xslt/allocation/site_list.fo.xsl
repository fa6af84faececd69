<?xml version="1.0" encoding="UTF-8"?>
<!-- Students in placement, a sheet a site. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/1999/XSL/Format">
  <xsl:import href="../lib/print_placements.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:key name="site" match="placement" use="@site-id"/>

  <xsl:template match="page" mode="sheets">
    <xsl:param name="as"/>
    <xsl:apply-templates select="placements/placement[not(@site-id = preceding-sibling::placement[1]/@site-id)]" mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates>
    <xsl:if test="not(placements/placement)"><xsl:apply-templates select="." mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates></xsl:if>
  </xsl:template>
  <xsl:template match="placement" mode="heading"><xsl:value-of select="@site"/></xsl:template>
  <xsl:template match="placement" mode="organisation"><xsl:value-of select="@site"/></xsl:template>
  <xsl:template match="placement" mode="rows"><xsl:apply-templates select="key('site', @site-id)" mode="row"/></xsl:template>
</xsl:stylesheet>
