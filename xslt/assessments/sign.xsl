<?xml version="1.0" encoding="UTF-8"?>
<!-- A student signs for having read an assessment. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title">[[assessment_sign.{assessment/@kind}]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="assessment" mode="given"/>
    <xsl:choose>
      <xsl:when test="rights/@sign-now = 1 or form/error or stale">
        <p>[[assessments.sign_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.assessment_signed_before]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
