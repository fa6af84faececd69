<?xml version="1.0" encoding="UTF-8"?>
<!-- To who asked for it: an import, or the undoing of one, is done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:template match="page" mode="link">/imports/<xsl:value-of select="import/@id"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="import/@state = 'undone'"><p>[[mail.import_undone]]</p></xsl:when>
      <xsl:otherwise>
        <table>
          <tr><th scope="row">[[column.rows_new]]</th><td><xsl:value-of select="import/@rows-new"/></td></tr>
          <tr><th scope="row">[[column.rows_changed]]</th><td><xsl:value-of select="import/@rows-changed"/></td></tr>
        </table>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
