<?xml version="1.0" encoding="UTF-8"?>
<!-- An order has gone unanswered past its day: to who is responsible for the site. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/>/answer</xsl:template>
  <xsl:template match="page" mode="open">[[mail.order_reminder.open]]</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <xsl:apply-templates select="order" mode="deadline"/>
      <xsl:if test="order/@reminded-on"><tr><th scope="row">[[mail.order_escalation.reminded]]</th><td><xsl:value-of select="order/@reminded-on-text"/></td></tr></xsl:if>
    </table>
  </xsl:template>
</xsl:stylesheet>
