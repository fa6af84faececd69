<?xml version="1.0" encoding="UTF-8"?>
<!-- The imports of the viewer's places, newest first, and the templates to fill in. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[imports.title]]</xsl:template>
  <xsl:template match="page" mode="actions"><a class="ds-button" href="/imports/new">[[imports.new]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="imports" mode="list"/>
    <section class="pk-section" aria-labelledby="templates">
      <h2 class="ds-heading" id="templates">[[imports.templates]]</h2>
      <p class="pk-quiet">[[imports.templates_help]]</p>
      <ul class="pk-cards">
        <xsl:apply-templates select="kinds/kind"/>
      </ul>
    </section>
  </xsl:template>
  <xsl:template match="kind">
    <li class="pk-card">
      <a class="ds-link" href="/imports/template?kind={@kind}">[[kind.{@kind}]]</a>
      <span class="pk-quiet">[[kind_help.{@kind}]]</span>
    </li>
  </xsl:template>
  <xsl:template match="imports" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="values" select="'units people programmes instances agreements registrations points'"/>
      <xsl:with-param name="prefix" select="'kind.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="import" mode="row">
    <tr>
      <td data-label="[[column.uploaded_at]]" class="pk-nowrap"><time datetime="{@uploaded-at}"><xsl:value-of select="@uploaded-at-text"/></time></td>
      <th scope="row" data-label="[[column.file_name]]"><a class="ds-link pk-file" href="/imports/{@id}"><xsl:value-of select="@file-name"/></a><span class="pk-sub">[[kind.{@kind}]]</span></th>
      <td data-label="[[column.place]]"><xsl:value-of select="@place"/></td>
      <td data-label="[[column.phase]]"><span class="ds-tag pk-tag" data-phase="{@phase}">[[phase.{@phase}]]</span></td>
      <td data-label="[[column.rows_new]]" class="pk-number"><xsl:value-of select="@rows-new"/></td>
      <td data-label="[[column.rows_changed]]" class="pk-number"><xsl:value-of select="@rows-changed"/></td>
      <td data-label="[[column.rows_faulty]]" class="pk-number"><xsl:value-of select="@rows-faulty"/></td>
    </tr>
  </xsl:template>
  <!-- For the file only. -->
  <xsl:template match="imports/column[@name = 'kind' or @name = 'rows_total' or @name = 'person']"/>
  <xsl:template match="imports" mode="empty">
    <p>[[imports.empty]]</p>
  </xsl:template>
</xsl:stylesheet>
