<?xml version="1.0" encoding="UTF-8"?>
<!-- Letters about a transcript of results. Block transcript. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="mail.xsl"/>

  <xsl:template match="page" mode="link">/transcripts/<xsl:value-of select="transcript/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="transcript/@institution"/></td></tr>
      <tr><th scope="row">[[column.made_at]]</th><td><xsl:value-of select="transcript/@made-at-text"/></td></tr>
      <xsl:if test="transcript/@withdrawn-at"><tr><th scope="row">[[column.withdrawn_at]]</th><td><xsl:value-of select="transcript/@withdrawn-at-text"/></td></tr></xsl:if>
      <tr><th scope="row">[[column.results]]</th><td><xsl:value-of select="transcript/@results"/></td></tr>
    </table>
  </xsl:template>
</xsl:stylesheet>
