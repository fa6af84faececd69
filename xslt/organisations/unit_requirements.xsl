<?xml version="1.0" encoding="UTF-8"?>
<!-- Which requirements a unit covers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[unit.requirements_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/sites">[[nav.sites]]</a></li>
    <li><a class="ds-link" href="/sites/{unit/@site}"><xsl:value-of select="unit/@site-name"/></a></li>
    <li><a class="ds-link" href="/units/{unit/@id}"><xsl:value-of select="unit/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/units/{/page/unit/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="requirements/requirement"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[requirements.empty]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
