<?xml version="1.0" encoding="UTF-8"?>
<!-- A key: to be taken back at once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/partner.xsl"/>

  <xsl:template match="page" mode="title">[[key.revoke]]</xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[key.revoke_help]]</p>
    <xsl:if test="key/@others = 0"><p class="pk-prose"><strong>[[key.revoke_last]]</strong></p></xsl:if>
    <xsl:apply-templates select="key" mode="facts"/>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
