<?xml version="1.0" encoding="UTF-8"?>
<!-- The midway assessment, written. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessment_form.xsl"/>

  <xsl:template match="page" mode="title">[[assessment.midway]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="placement" mode="due"/>
    <xsl:call-template name="assessment-form"/>
  </xsl:template>
  <xsl:template match="placement" mode="due"><p class="pk-quiet">[[assessments.midway_due]]</p></xsl:template>
</xsl:stylesheet>
