<?xml version="1.0" encoding="UTF-8"?>
<!-- The feed address, to be ended. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[feed.end]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/profile">[[layout.profile]]</a></li>
    <li><a class="ds-link" href="/profile/notices">[[choices.title]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/profile/notices">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="address or form/error">
        <p class="pk-prose">[[feed.end_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[feed.none]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
