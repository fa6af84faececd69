<?xml version="1.0" encoding="UTF-8"?>
<!-- A key: whoever made it has it, and it is not shown again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner.xsl"/>

  <xsl:template match="page" mode="title">[[key.kept]]</xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[key.kept_help]]</p>
    <xsl:apply-templates select="key" mode="facts"/>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
