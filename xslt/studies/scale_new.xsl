<?xml version="1.0" encoding="UTF-8"?>
<!-- A new grading scale. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/scale_form.xsl"/>

  <xsl:template match="page" mode="title">[[scale.new]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/scales">[[scales.title]]</a></li></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/scales">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
  <!-- Only a system administrator may leave it open: everybody's. -->
  <xsl:template match="field[@name = 'institution']" priority="1">
    <xsl:variable name="chosen" select="@value"/>
    <div class="ds-field pk-field">
      <label for="field-institution">[[field.scale_new.institution]]</label>
      <select class="ds-input pk-medium" id="field-institution" name="institution">
        <xsl:call-template name="field-described"/>
        <xsl:if test="/page/viewer/@administer = 1"><option value="">[[scale.everybodys]]</option></xsl:if>
        <xsl:for-each select="/page/institutions/institution">
          <option value="{@id}">
            <xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:value-of select="@name"/>
          </option>
        </xsl:for-each>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>
  <!-- Who has no institution makes everybody's. -->
  <xsl:template match="field[@name = 'institution' and not(/page/institutions/institution)]" priority="2"/>
</xsl:stylesheet>
