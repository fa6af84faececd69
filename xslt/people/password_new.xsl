<?xml version="1.0" encoding="UTF-8"?>
<!-- A new password, by the link of a mail. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[password_new.title]]</xsl:template>
  <xsl:template match="page[reset/@state != 'open']" mode="title">[[password_new.ended]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="reset"/></xsl:template>
  <xsl:template match="reset">
    <p class="pk-prose">[[password_new.text]]</p>
    <xsl:apply-templates select="/page/form"/>
  </xsl:template>
  <xsl:template match="reset[@state != 'open']">
    <p class="pk-prose">[[password_new.{@state}]]</p>
    <p class="pk-buttons"><a class="ds-button" href="/password/forgotten">[[password_new.again]]</a> <a class="ds-button" data-variant="secondary" href="/sign-in">[[sign_in.title]]</a></p>
  </xsl:template>
  <xsl:template match="reset[@state = 'closed']">
    <p class="pk-prose">[[password_new.closed]]</p>
  </xsl:template>
</xsl:stylesheet>
