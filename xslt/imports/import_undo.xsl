<?xml version="1.0" encoding="UTF-8"?>
<!-- Undoing an import: what that means, before it is done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[import_undo.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/imports">[[nav.imports]]</a></li>
    <li><a class="ds-link" href="/imports/{import/@id}"><xsl:value-of select="import/@file-name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/imports/{/page/import/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <dl class="pk-facts">
      <div><dt>[[column.file_name]]</dt><dd><xsl:value-of select="import/@file-name"/></dd></div>
      <div><dt>[[column.place]]</dt><dd><xsl:value-of select="import/@place"/></dd></div>
      <div><dt>[[column.rows_new]]</dt><dd><xsl:value-of select="import/@rows-new"/></dd></div>
      <div><dt>[[column.rows_changed]]</dt><dd><xsl:value-of select="import/@rows-changed"/></dd></div>
    </dl>
    <div class="pk-prose"><p>[[import_undo.text]]</p><p>[[import_undo.all]]</p></div>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="form" mode="fields"/>
</xsl:stylesheet>
