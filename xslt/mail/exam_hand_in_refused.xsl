<?xml version="1.0" encoding="UTF-8"?>
<!-- A file that cannot be taken: which, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/candidates/<xsl:value-of select="session/@candidate"/>/hand-in</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <tr><th scope="row">[[column.file_name]]</th><td><xsl:value-of select="file/@file-name"/></td></tr>
      <tr><th scope="row">[[column.handed_in_at]]</th><td><xsl:value-of select="file/@at-text"/></td></tr>
      <tr><th scope="row">[[mail.exam_hand_in_refused.why]]</th><td><xsl:value-of select="pk:label('error.', file/@error)"/></td></tr>
    </table>
    <xsl:apply-templates select="session" mode="now"/>
  </xsl:template>
  <xsl:template match="session" mode="now">
    <xsl:if test="@handed-in = 'file'"><p>[[mail.exam_hand_in_refused.earlier]]</p></xsl:if>
    <xsl:choose>
      <xsl:when test="@stage = 'open' and @until-on"><p><strong>[[mail.exam_hand_in_refused.until]]</strong></p></xsl:when>
      <xsl:when test="@stage = 'open'"><p><strong>[[mail.exam_hand_in_refused.open]]</strong></p></xsl:when>
      <xsl:otherwise><p>[[mail.exam_hand_in_refused.late]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
