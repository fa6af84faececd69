<?xml version="1.0" encoding="UTF-8"?>
<!-- An order the institution takes back before it is answered. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[order.withdraw]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="order-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="order" mode="facts"/>
    <xsl:choose>
      <xsl:when test="order/@state = 'sent' or form/error or stale">
        <p>[[order.withdraw_help]]</p>
        <xsl:if test="roles/@people &gt; 0"><p>[[order.withdraw_roles#roles/@people]]</p></xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="not-now"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
