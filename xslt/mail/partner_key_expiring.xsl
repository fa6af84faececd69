<?xml version="1.0" encoding="UTF-8"?>
<!-- A partner's last key is about to run out: to who made it, and to the partner's contact, who is told whom to ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:template match="page" mode="link">/partners/<xsl:value-of select="partner/@id"/></xsl:template>
  <xsl:template match="page[partner/@outside]" mode="link">/developers</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <tr><th scope="row">[[partner.one]]</th><td><xsl:value-of select="partner/@name"/></td></tr>
      <tr><th scope="row">[[column.organisation]]</th><td><xsl:value-of select="partner/@organisation"/></td></tr>
      <tr><th scope="row">[[column.expires_on]]</th><td><xsl:value-of select="partner/@expires-on-text"/></td></tr>
    </table>
    <xsl:choose>
      <xsl:when test="partner/@outside"><p>[[mail.partner_key_ask]]<xsl:if test="partner/@email"><xsl:text> </xsl:text><a href="mailto:{partner/@email}"><xsl:value-of select="partner/@email"/></a></xsl:if></p></xsl:when>
      <xsl:otherwise><p>[[mail.partner_key_make]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
