<?xml version="1.0" encoding="UTF-8"?>
<!-- A whole form from the document's <form>: errors first, fields in order, buttons. A page that wants its own inside gives
     match="form" mode="fields" and draws single fields with <xsl:apply-templates select="field[@name = 'x']"/>, `each`
     fields with the template entry-input. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:template match="form">
    <xsl:apply-templates select="/page/stale"/>
    <xsl:if test="error"><xsl:apply-templates select="." mode="errors"/></xsl:if>
    <form class="pk-form" method="post" action="{@action}" novalidate="novalidate">
      <xsl:apply-templates select="." mode="id"/>
      <xsl:if test="field[@type = 'file']"><xsl:attribute name="enctype">multipart/form-data</xsl:attribute></xsl:if>
      <input type="hidden" name="token" value="{@token}"/>
      <xsl:apply-templates select="field[@type = 'version']"/>
      <xsl:apply-templates select="." mode="fields"/>
      <div class="pk-buttons"><xsl:apply-templates select="." mode="buttons"/></div>
    </form>
  </xsl:template>

  <!-- A page with buttons outside of the form gives the attribute by which they belong to it. -->
  <xsl:template match="form" mode="id"/>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@type != 'version'][not(@each)]"/>
  </xsl:template>

  <!-- submit.<form> and, when the page gives match="form" mode="cancel" an address, a way back. -->
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[submit.{@name}]]</button>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"/>

  <!-- Takes the focus when the page opens, so that it is read first and Tab goes to the first link. -->
  <xsl:template match="form" mode="errors">
    <div class="ds-error-summary pk-errors" role="alert" tabindex="-1" autofocus="autofocus">
      <h2 class="ds-heading">
        <xsl:choose>
          <xsl:when test="count(error) = 1">[[form.error_one]]</xsl:when>
          <xsl:otherwise>[[form.error_many]]</xsl:otherwise>
        </xsl:choose>
      </h2>
      <ul class="ds-list"><xsl:apply-templates select="error"/></ul>
    </div>
  </xsl:template>

  <xsl:template match="form/error">
    <li><xsl:call-template name="error-text"/></li>
  </xsl:template>
  <xsl:template match="form/error[@field]">
    <li><a class="ds-link" href="#field-{@field}"><xsl:call-template name="error-field"/><xsl:text>: </xsl:text><xsl:call-template name="error-text"/></a></li>
  </xsl:template>
  <xsl:template match="form/error[@key]">
    <li><a class="ds-link" href="#field-{@field}-{@key}"><xsl:call-template name="error-field"/><xsl:apply-templates select="." mode="entry"/><xsl:text>: </xsl:text><xsl:call-template name="error-text"/></a></li>
  </xsl:template>
  <!-- A page may name the entry (the unit) of an error: match="form/error" mode="entry", giving text such as " – Ward 3". -->
  <xsl:template match="error" mode="entry"/>

  <xsl:template name="error-field" pk:plain="yes">
    <xsl:value-of select="pk:label('field.', ../@name, '.', @field)"/>
  </xsl:template>
  <!-- Read at the field, whose limits the text may tell. -->
  <xsl:template name="error-text" pk:plain="yes">
    <xsl:variable name="label" select="@label"/>
    <xsl:variable name="field" select="../field[@name = current()/@field]"/>
    <xsl:choose>
      <xsl:when test="$field"><xsl:for-each select="$field"><xsl:value-of select="pk:label($label)"/></xsl:for-each></xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:label($label)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Someone else changed it meanwhile: what they did. The form below holds what was typed. -->
  <xsl:template match="stale">
    <div class="ds-alert pk-stale" data-color="warning" role="alert" tabindex="-1" autofocus="autofocus">
      <h2 class="ds-heading">[[form.stale]]</h2>
      <p>[[form.stale_help]]</p>
      <xsl:call-template name="history"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
