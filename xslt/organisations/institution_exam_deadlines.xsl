<?xml version="1.0" encoding="UTF-8"?>
<!-- When results are due, and warnings of doubt. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[exam_deadlines.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/institutions">[[nav.institutions]]</a></li>
    <li><a class="ds-link" href="/institutions/{institution/@id}"><xsl:value-of select="institution/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/institutions/{/page/institution/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[exam_deadlines.help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
