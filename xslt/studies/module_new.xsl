<?xml version="1.0" encoding="UTF-8"?>
<!-- A new module of a course. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/module_form.xsl"/>

  <xsl:template match="page" mode="title">[[module.new_title]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="course" mode="credits"/><xsl:apply-templates select="form"/></xsl:template>
  <xsl:template match="field[@name = 'closed_on']"/>
</xsl:stylesheet>
