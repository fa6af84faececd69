<?xml version="1.0" encoding="UTF-8"?>
<!-- An order came: what is asked, what is demanded, until when. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/>/answer</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <xsl:apply-templates select="order" mode="deadline"/>
    </table>
    <xsl:apply-templates select="requirements[requirement]"/>
    <xsl:apply-templates select="order/@message"/>
  </xsl:template>
  <xsl:template match="requirements">
    <p>[[activity.requirements]]:</p>
    <ul><xsl:apply-templates select="requirement"/></ul>
  </xsl:template>
  <xsl:template match="requirement"><li><xsl:value-of select="@name"/></li></xsl:template>
  <xsl:template match="order/@message">
    <p>[[order.message]]:</p>
    <xsl:call-template name="quote"><xsl:with-param name="text" select="."/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
