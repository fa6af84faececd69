<?xml version="1.0" encoding="UTF-8"?>
<!-- The receipt of wishes: which they are, and until when they can be changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/registrations/<xsl:value-of select="registration/@id"/>/wishes</xsl:template>
  <xsl:template match="page" mode="open">[[mail.wishes_received.open]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="sender"/>
    <h2>[[mail.wishes_received.list]]</h2>
    <ul><xsl:apply-templates select="wishes/wish"/></ul>
    <table>
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="registration/@activity-name"/></td></tr>
      <xsl:apply-templates select="registration" mode="period"/>
      <tr><th scope="row">[[mail.wishes_received.at]]</th><td><xsl:value-of select="registration/@wishes-at-text"/></td></tr>
    </table>
    <xsl:apply-templates select="registration[@open = 1]" mode="until"/>
  </xsl:template>
  <xsl:template match="sender"><p>[[mail.wishes_received.sender]]</p></xsl:template>
  <xsl:template match="wish"><li><xsl:value-of select="@number"/>. <xsl:value-of select="@name"/> – <xsl:value-of select="@site-name"/></li></xsl:template>
  <xsl:template match="registration" mode="until"><p>[[mail.wishes_received.until]]</p></xsl:template>
</xsl:stylesheet>
