<?xml version="1.0" encoding="UTF-8"?>
<!-- A grading scale, to be changed: other grades are a new version. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/scale_form.xsl"/>

  <xsl:template match="page" mode="title">[[scale.edit]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/scales">[[scales.title]]</a></li>
    <li><a class="ds-link" href="/scales/{scale/@id}"><xsl:value-of select="scale/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/scales/{/page/scale/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[scale.edit_help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
