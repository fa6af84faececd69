<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity will not be held. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/activities/<xsl:value-of select="activity/@id"/></xsl:template>
  <!-- To a student. -->
  <xsl:template match="page[activity/@registration]" mode="link">/registrations/<xsl:value-of select="activity/@registration"/></xsl:template>
  <xsl:template match="activity[@registration]" mode="first"><p>[[mail.activity_cancelled.student]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="activity" mode="facts"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
</xsl:stylesheet>
