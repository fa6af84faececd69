<?xml version="1.0" encoding="UTF-8"?>
<!-- When the meeting about a warning is, and what was said. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title">[[doubt.meeting]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="doubt" mode="shown"/>
    <xsl:choose>
      <xsl:when test="rights/@edit-now = 1 or form/error or stale">
        <p>[[doubt.notes_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[error.doubt_lifted]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
