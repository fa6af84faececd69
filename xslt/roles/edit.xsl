<?xml version="1.0" encoding="UTF-8"?>
<!-- The days of a role in an activity, and how many students one may follow. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/role.xsl"/>

  <xsl:template match="page" mode="title">[[roles.edit]]</xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'valid_from']"/>
    <xsl:apply-templates select="field[@name = 'valid_to']"/>
    <xsl:if test="../role[@role = 'supervisor' or @role = 'lecturer']"><xsl:apply-templates select="field[@name = 'students_most']"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
