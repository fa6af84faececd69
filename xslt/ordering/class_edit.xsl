<?xml version="1.0" encoding="UTF-8"?>
<!-- A class, to be changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[class.edit]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
