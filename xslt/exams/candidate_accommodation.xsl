<?xml version="1.0" encoding="UTF-8"?>
<!-- How a candidate is to sit. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/candidate.xsl"/>

  <xsl:template match="page" mode="title">[[column.accommodation]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="candidate-trail"/>
    <li><a class="ds-link" href="/candidates/{candidate/@id}"><xsl:value-of select="candidate/@name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><strong><xsl:value-of select="candidate/@name"/></strong><xsl:text> · </xsl:text><xsl:for-each select="candidate"><xsl:call-template name="exam-when"/></xsl:for-each></p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="form/error or stale or rights/@accommodation-now = 1">
        <p class="pk-prose">[[candidate.accommodation_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p>[[candidate.not_now]]</p></div>
        <p><a class="ds-link" href="/candidates/{candidate/@id}">[[candidate.back]]</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'extra_minutes']"/>
    <fieldset class="ds-fieldset pk-field">
      <legend>[[candidate.accommodation_kinds]]</legend>
      <div class="pk-options"><xsl:apply-templates select="field[@type = 'flag']"/></div>
    </fieldset>
    <xsl:apply-templates select="field[@name = 'note']"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/candidates/{/page/candidate/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
