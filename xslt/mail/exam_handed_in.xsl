<?xml version="1.0" encoding="UTF-8"?>
<!-- The receipt of a file that was handed in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/candidates/<xsl:value-of select="session/@candidate"/>/hand-in</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <tr><th scope="row">[[column.file_name]]</th><td><xsl:value-of select="file/@file-name"/></td></tr>
      <tr><th scope="row">[[column.size]]</th><td><xsl:apply-templates select="file" mode="size"/></td></tr>
      <tr><th scope="row">[[column.handed_in_at]]</th><td><xsl:value-of select="file/@at-text"/></td></tr>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="session/@institution-name"/></td></tr>
    </table>
    <p>[[mail.exam_handed_in.cleaned]]</p>
  </xsl:template>
  <xsl:template match="file" mode="size">[[hand_in.kilobytes]]</xsl:template>
</xsl:stylesheet>
