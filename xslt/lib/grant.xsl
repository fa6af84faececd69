<?xml version="1.0" encoding="UTF-8"?>
<!-- Grants in words, and the fields of a form that gives one. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- What a role lets one do stands beside its name. -->
  <xsl:template match="grant" mode="row">
    <tr>
      <th scope="row" data-label="[[column.role]]">[[role.{@role}]]<span class="pk-sub">[[role_can.{@role}]]</span></th>
      <td data-label="[[column.organisation]]"><xsl:apply-templates select="." mode="place"/></td>
      <td data-label="[[column.period]]"><xsl:apply-templates select="." mode="days"/></td>
      <td data-label="[[column.validity]]"><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></td>
      <td><xsl:if test="@edit = 1"><a class="ds-link" href="/{@address}/{@id}/edit">[[grant.edit]]<span class="ds-sr-only">: [[role.{@role}]]</span></a><xsl:text> </xsl:text><a class="ds-link" href="/{@address}/{@id}/end">[[grant.end]]<span class="ds-sr-only">: [[role.{@role}]]</span></a></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="grant" mode="place">
    <xsl:choose>
      <xsl:when test="@institution"><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></xsl:when>
      <xsl:when test="@site"><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></xsl:when>
      <xsl:otherwise>[[grant.region]]</xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@unit"><span class="pk-sub"><xsl:value-of select="@unit"/></span></xsl:if>
    <xsl:if test="@activity"><span class="pk-sub"><xsl:value-of select="@activity"/><xsl:if test="@class"><xsl:text> </xsl:text><xsl:value-of select="@class"/></xsl:if></span></xsl:if>
  </xsl:template>
  <xsl:template match="grant[@valid-to]" mode="days">
    <time datetime="{@valid-from}"><xsl:value-of select="@valid-from-text"/></time>–<time datetime="{@valid-to}"><xsl:value-of select="@valid-to-text"/></time>
  </xsl:template>
  <xsl:template match="grant" mode="days">[[grant.from]]</xsl:template>

  <!-- Only the roles that the viewer has a place for (block `roles`). -->
  <xsl:template match="field[@name = 'role']">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <select class="ds-input pk-medium" id="field-role" name="role">
        <xsl:call-template name="field-state"/>
        <xsl:call-template name="field-choose"/>
        <xsl:apply-templates select="option[@value = /page/roles/role/@role]" mode="select"/>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
    <details class="ds-details pk-roles">
      <summary>[[grant.roles_can]]</summary>
      <dl><xsl:apply-templates select="/page/roles/role" mode="can"/></dl>
    </details>
  </xsl:template>
  <xsl:template match="role" mode="can"><div><dt>[[role.{@role}]]</dt><dd>[[role_can.{@role}]]</dd></div></xsl:template>

  <!-- A place that the viewer has none of need not be asked for. -->
  <xsl:template match="field[@name = 'institution' and not(/page/institutions/institution)]" priority="2"/>
  <xsl:template match="field[@name = 'site' and not(/page/sites/site)]" priority="2"/>
  <xsl:template match="field[@name = 'unit' and not(/page/units/unit)]" priority="2"/>
</xsl:stylesheet>
