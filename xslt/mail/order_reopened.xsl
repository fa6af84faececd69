<?xml version="1.0" encoding="UTF-8"?>
<!-- An answered order is to be answered again. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/orders/<xsl:value-of select="order/@id"/>/answer</xsl:template>
  <xsl:template match="page" mode="content">
    <table>
      <xsl:apply-templates select="order" mode="facts"/>
      <tr><th scope="row">[[column.due_on]]</th><td><xsl:value-of select="order/@due-on-text"/></td></tr>
    </table>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
</xsl:stylesheet>
