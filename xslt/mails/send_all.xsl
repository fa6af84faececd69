<?xml version="1.0" encoding="UTF-8"?>
<!-- Everything that was given up, once more: after the mail server was out of order. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[mails.send_all]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/mails">[[nav.mails]]</a></li></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="counts/@failed &gt; 0 or form/error">
        <p><xsl:apply-templates select="counts"/></p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><p>[[error.no_failed_mails]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="counts">[[mails.send_all_help#@failed]]</xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/mails">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
