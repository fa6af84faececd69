<?xml version="1.0" encoding="UTF-8"?>
<!-- A module, to be changed or closed, and its history. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/module_form.xsl"/>

  <xsl:template match="page" mode="title">[[module.edit]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="course" mode="credits"/>
    <xsl:apply-templates select="form"/>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
