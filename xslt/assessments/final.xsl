<?xml version="1.0" encoding="UTF-8"?>
<!-- The final assessment, written: it becomes the draft of a result. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessment_form.xsl"/>

  <xsl:template match="page" mode="title">[[assessment.final]]</xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-quiet">[[assessments.final_help]]</p>
    <xsl:if test="warned/@doubts = 0"><div class="ds-alert" data-color="info"><p>[[assessments.no_doubt]]</p></div></xsl:if>
    <xsl:apply-templates select="midway"/>
    <xsl:call-template name="assessment-form"/>
  </xsl:template>
  <xsl:template match="midway[@text]">
    <details class="ds-details">
      <summary>[[assessment.midway]]</summary>
      <div class="pk-prose"><xsl:call-template name="lines"><xsl:with-param name="text" select="@text"/></xsl:call-template></div>
    </details>
  </xsl:template>
  <xsl:template match="midway"/>
</xsl:stylesheet>
