<?xml version="1.0" encoding="UTF-8"?>
<!-- Which column of the file is which field: a select each, with what stands in the column that was taken for it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:key name="field" match="fields/field" use="@id"/>

  <xsl:template match="page" mode="title">[[import_columns.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/imports">[[nav.imports]]</a></li>
    <li><a class="ds-link" href="/imports/{import/@id}"><xsl:value-of select="import/@file-name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[import_columns.lead]]</p></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/imports/{/page/import/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <xsl:template match="form" mode="fields">
    <table class="ds-table pk-table">
      <caption class="ds-sr-only">[[import_columns.title]]</caption>
      <xsl:call-template name="heads"/>
      <tbody><xsl:apply-templates select="/page/fields/field[not(@requirement)]" mode="match"/></tbody>
    </table>
    <xsl:if test="/page/fields/field/@requirement">
      <details class="pk-columns-used">
        <xsl:if test="/page/fields/field[@requirement and @column] or error[@key &gt; 1000]"><xsl:attribute name="open">open</xsl:attribute></xsl:if>
        <summary>[[import_columns.requirements]]</summary>
        <table class="ds-table pk-table">
          <caption class="ds-sr-only">[[import_columns.requirements]]</caption>
          <xsl:call-template name="heads"/>
          <tbody><xsl:apply-templates select="/page/fields/field[@requirement]" mode="match"/></tbody>
        </table>
      </details>
    </xsl:if>
  </xsl:template>
  <xsl:template name="heads">
    <thead><tr><th scope="col">[[import_columns.field]]</th><th scope="col">[[import_columns.column]]</th><th scope="col">[[import_columns.samples]]</th></tr></thead>
  </xsl:template>

  <xsl:template match="field" mode="match">
    <xsl:variable name="entry" select="key('entry', concat('column-', @id))"/>
    <tr>
      <th scope="row" data-label="[[import_columns.field]]">
        <label for="field-column-{@id}">
          <xsl:call-template name="field-called"/>
        </label>
        <xsl:if test="@required = 1"><span class="pk-sub">[[import_columns.needed]]</span></xsl:if>
      </th>
      <td data-label="[[import_columns.column]]">
        <select class="ds-input" id="field-column-{@id}" name="column-{@id}">
          <xsl:if test="$entry/@error">
            <xsl:attribute name="aria-invalid">true</xsl:attribute>
            <xsl:attribute name="aria-describedby">error-column-<xsl:value-of select="@id"/></xsl:attribute>
          </xsl:if>
          <option value="">[[import_columns.none]]</option>
          <xsl:apply-templates select="/page/columns/column" mode="option"><xsl:with-param name="chosen" select="$entry/@value"/></xsl:apply-templates>
        </select>
        <xsl:call-template name="entry-error"/>
      </td>
      <td data-label="[[import_columns.samples]]" class="pk-quiet"><xsl:value-of select="@samples"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="column" mode="option">
    <xsl:param name="chosen"/>
    <option value="{@number}">
      <xsl:if test="@number = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:value-of select="@head"/>
      <xsl:if test="@head = ''"><xsl:value-of select="@number"/></xsl:if>
      <xsl:if test="@unused = 1 and @samples != ''"><xsl:text> (</xsl:text><xsl:value-of select="@samples"/><xsl:text>)</xsl:text></xsl:if>
    </option>
  </xsl:template>

  <!-- The error of a field that has no entry is in the form's list only. -->
  <xsl:template name="entry-error">
    <xsl:variable name="error" select="/page/form/error[@field = 'column' and @key = current()/@id]"/>
    <xsl:if test="$error">
      <p class="ds-validation-message" id="error-column-{@id}"><xsl:value-of select="pk:label($error/@label)"/></p>
    </xsl:if>
  </xsl:template>
  <xsl:template name="field-called" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@requirement"><xsl:value-of select="@requirement"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:label('import_field.', /page/import/@kind, '.', @name)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form/error" mode="entry">
    <xsl:text> – </xsl:text>
    <xsl:for-each select="key('field', @key)"><xsl:call-template name="field-called"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
