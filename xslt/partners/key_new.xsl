<?xml version="1.0" encoding="UTF-8"?>
<!-- A new key of a partner: the first, or one that takes the place of another. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner.xsl"/>

  <xsl:template match="page" mode="title">[[key.new]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[key.new_help]]</p></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <!-- Where there is no other, nothing is asked about others. -->
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'expires_on']"/>
    <xsl:choose>
      <xsl:when test="/page/keys/key"><xsl:apply-templates select="field[@name = 'others' or @name = 'days']"/></xsl:when>
      <xsl:otherwise><input type="hidden" name="others" value="keep"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
