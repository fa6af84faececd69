<?xml version="1.0" encoding="UTF-8"?>
<!-- An order still waits for the site's answer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/>/answer</xsl:template>
  <xsl:template match="page" mode="open">[[mail.order_reminder.open]]</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <xsl:apply-templates select="order" mode="deadline"/>
      <xsl:apply-templates select="sender"/>
    </table>
  </xsl:template>
  <xsl:template match="sender"><tr><th scope="row">[[mail.order_reminder.sender]]</th><td><xsl:value-of select="@name"/></td></tr></xsl:template>
</xsl:stylesheet>
