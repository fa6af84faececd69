<?xml version="1.0" encoding="UTF-8"?>
<!-- A site confirmed places: how many, where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <tr><th scope="row">[[column.places_confirmed]]</th><td><xsl:value-of select="confirmed/@places"/></td></tr>
    </table>
    <xsl:apply-templates select="units[unit]"/>
    <xsl:apply-templates select="message"/>
  </xsl:template>
  <xsl:template match="units"><ul><xsl:apply-templates select="unit"/></ul></xsl:template>
  <xsl:template match="unit"><li><xsl:value-of select="@name"/>: <xsl:value-of select="@places"/></li></xsl:template>
  <xsl:template match="message">
    <p>[[change.answer_message]]:</p>
    <xsl:call-template name="quote"><xsl:with-param name="text" select="@text"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
