<?xml version="1.0" encoding="UTF-8"?>
<!-- An order that waits for an answer, to remind of. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[order.remind_title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="order-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="order" mode="facts"/>
    <xsl:choose>
      <xsl:when test="form/error or stale or (order/@state = 'sent' and order/@reminded-today = 0)">
        <p class="pk-prose">[[order.remind_help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:when test="order/@state = 'sent'">
        <div class="ds-alert" data-color="info"><p>[[order.reminded_today_already]]</p></div>
        <p><a class="ds-link" href="/orders/{order/@id}">[[order.back]]</a></p>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="not-now"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
