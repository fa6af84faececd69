<?xml version="1.0" encoding="UTF-8"?>
<!-- A site has not answered in time: to the institution, with whom it may ask. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <xsl:apply-templates select="order" mode="deadline"/>
      <xsl:if test="order/@site-email"><tr><th scope="row">[[column.email]]</th><td><xsl:value-of select="order/@site-email"/></td></tr></xsl:if>
      <xsl:if test="order/@site-phone"><tr><th scope="row">[[column.phone]]</th><td><xsl:value-of select="order/@site-phone"/></td></tr></xsl:if>
    </table>
  </xsl:template>
</xsl:stylesheet>
