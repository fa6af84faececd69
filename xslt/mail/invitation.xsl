<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody invites you: to what, and until when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/invitation?key=<xsl:value-of select="link/@key"/></xsl:template>
  <xsl:template match="page" mode="open">[[mail.invitation.open]]</xsl:template>
  <xsl:template match="page" mode="content">
    <ul><xsl:apply-templates select="grants/grant"/></ul>
    <xsl:apply-templates select="invitation"/>
  </xsl:template>
  <xsl:template match="grant">
    <li>[[role.{@role}]]<xsl:if test="@place">, <xsl:value-of select="@place"/></xsl:if><br/>[[role_can.{@role}]]</li>
  </xsl:template>
  <xsl:template match="invitation"><p>[[mail.invitation.until]]</p></xsl:template>
</xsl:stylesheet>
