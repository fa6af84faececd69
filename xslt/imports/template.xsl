<?xml version="1.0" encoding="UTF-8"?>
<!-- What the columns of a file are; the file itself with a sample row is template.csv.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[kind.{template/@kind}]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/imports">[[nav.imports]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[kind_help.{template/@kind}]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" href="/imports/template.csv?kind={template/@kind}">[[template.download]]</a>
    <a class="ds-button" data-variant="secondary" href="/imports/new?kind={template/@kind}">[[imports.new]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <div class="pk-prose">
      <p>[[template.lead]]</p>
      <p>[[template.known_by.{template/@kind}]]<xsl:text> </xsl:text>[[template.empty_cells]]</p>
    </div>
    <table class="ds-table pk-table">
      <caption class="ds-sr-only">[[kind.{template/@kind}]]</caption>
      <thead><tr><th scope="col">[[template.field]]</th><th scope="col">[[template.what]]</th><th scope="col">[[template.example]]</th></tr></thead>
      <tbody><xsl:apply-templates select="fields/field" mode="row"/></tbody>
    </table>
    <xsl:if test="requirements/requirement">
      <section class="pk-section" aria-labelledby="requirements">
        <h2 class="ds-heading" id="requirements">[[nav.requirements]]</h2>
        <p class="pk-prose">[[template.requirements]]</p>
        <dl class="pk-facts"><xsl:apply-templates select="requirements/requirement"/></dl>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="field" mode="row">
    <tr>
      <th scope="row" data-label="[[template.field]]">[[import_field.{@kind}.{@name}]]<xsl:if test="@required = 1"><span class="pk-sub">[[template.needed]]</span></xsl:if></th>
      <td data-label="[[template.what]]">[[import_help.{@kind}.{@name}]]</td>
      <td data-label="[[template.example]]" class="pk-value"><xsl:call-template name="example"/></td>
    </tr>
  </xsl:template>
  <xsl:template name="example" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@name = 'role'"><xsl:value-of select="pk:label('role.supervisor')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:optional('import_example.', @kind, '.', @name)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="requirement">
    <div><dt><xsl:value-of select="@code"/></dt><dd><xsl:value-of select="@name"/></dd></div>
  </xsl:template>
</xsl:stylesheet>
