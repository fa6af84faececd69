<?xml version="1.0" encoding="UTF-8"?>
<!-- A feed address of one's own, instead of the one before. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:choose><xsl:when test="address">[[feed.make_new]]</xsl:when><xsl:otherwise>[[feed.make]]</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/profile">[[layout.profile]]</a></li>
    <li><a class="ds-link" href="/profile/notices">[[choices.title]]</a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/profile/notices">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose><xsl:when test="address"><p class="pk-prose">[[feed.make_new_help]]</p></xsl:when><xsl:otherwise><p class="pk-prose">[[feed.help]]</p></xsl:otherwise></xsl:choose>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
