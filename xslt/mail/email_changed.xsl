<?xml version="1.0" encoding="UTF-8"?>
<!-- To the old address: another one is signed in with now. Whoever did not want that learns whom to tell. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/</xsl:template>
  <xsl:template match="page" mode="open">[[mail.email_changed.open]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="change"/>
    <xsl:if test="contacts/contact"><ul><xsl:apply-templates select="contacts/contact"/></ul></xsl:if>
  </xsl:template>

  <xsl:template match="change"><p>[[mail.email_changed.other]]</p><p>[[mail.email_changed.not_you]]</p></xsl:template>
  <xsl:template match="change[@by-whom]"><p>[[mail.email_changed.by]]</p><p>[[mail.email_changed.not_you]]</p></xsl:template>
  <xsl:template match="change[@own = 1]" priority="2"><p>[[mail.email_changed.own]]</p></xsl:template>
  <xsl:template match="contact"><li><xsl:value-of select="@name"/>: <xsl:value-of select="@email"/></li></xsl:template>
</xsl:stylesheet>
