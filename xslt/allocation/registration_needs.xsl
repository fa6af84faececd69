<?xml version="1.0" encoding="UTF-8"?>
<!-- What a unit must offer a student, and where they must not be. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/registration.xsl"/>

  <xsl:template match="page" mode="title">[[registration.needs]]</xsl:template>
  <xsl:template match="registration" mode="about"><p class="pk-prose">[[registration.needs_help]]</p></xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'requirements']"/>
    <xsl:if test="../conflicts/conflict"><xsl:apply-templates select="field[@name = 'conflicts']"/></xsl:if>
    <fieldset class="ds-fieldset pk-field">
      <legend>[[registration.conflict_new]]</legend>
      <xsl:apply-templates select="field[@name = 'kind']"/>
      <xsl:apply-templates select="field[@name = 'site']"/>
      <xsl:if test="../units/unit"><xsl:apply-templates select="field[@name = 'unit']"/></xsl:if>
    </fieldset>
  </xsl:template>
  <!-- Those that are there: what is not ticked any more goes. -->
  <xsl:template match="field[@name = 'conflicts']">
    <fieldset class="ds-fieldset pk-field" id="field-conflicts">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:call-template name="field-help"/>
      <xsl:apply-templates select="/page/conflicts/conflict" mode="box"/>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="conflict" mode="box">
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id="field-conflicts-{@id}" name="conflicts" value="{@id}">
        <xsl:if test="key('entry', concat('conflicts-', @id))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-conflicts-{@id}">[[registration.not_at_{@kind}]] <xsl:if test="@unit-name"><xsl:value-of select="@unit-name"/>, </xsl:if><xsl:value-of select="@site-name"/></label>
    </div>
  </xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[submit.{@name}]]</button>
    <button class="ds-button" data-variant="secondary" type="submit" name="again" value="1">[[registration.conflict_again]]</button>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>
</xsl:stylesheet>
