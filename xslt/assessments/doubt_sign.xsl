<?xml version="1.0" encoding="UTF-8"?>
<!-- A student signs for having received a warning. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title">[[doubt.sign]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="doubt" mode="shown"/>
    <xsl:choose>
      <xsl:when test="rights/@sign-now = 1 or form/error or stale">
        <p>[[doubt.sign_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.doubt_signed_before]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
