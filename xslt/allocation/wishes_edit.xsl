<?xml version="1.0" encoding="UTF-8"?>
<!-- When students are asked, and by which rules they are placed, each rule said in plain words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/wishes.xsl"/>

  <xsl:template match="page" mode="title">[[wishes.edit]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="wishes-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <xsl:template match="form" mode="fields">
    <section class="pk-section pk-group-fields" aria-labelledby="window">
      <h2 class="ds-heading" id="window">[[wishes.window]]</h2>
      <p class="pk-quiet">[[wishes.window_help]]</p>
      <xsl:apply-templates select="field[@name = 'wishes_from']"/>
      <xsl:apply-templates select="field[@name = 'wishes_to']"/>
      <xsl:apply-templates select="field[@name = 'wishes_most']"/>
      <xsl:apply-templates select="field[@name = 'reminder_days']"/>
    </section>
    <section class="pk-section pk-group-fields" aria-labelledby="rules">
      <h2 class="ds-heading" id="rules">[[wishes.rules]]</h2>
      <p class="pk-quiet">[[wishes.rules_help]]</p>
      <xsl:apply-templates select="field[@name = 'objective']"/>
      <xsl:apply-templates select="field[@name = 'avoid_earlier']"/>
      <xsl:apply-templates select="field[@name = 'limit_km']"/>
      <xsl:apply-templates select="field[@name = 'limit_car_km']"/>
    </section>
  </xsl:template>
  <!-- Each objective with what it means to the students. -->
  <xsl:template match="field[@name = 'objective']">
    <fieldset class="ds-fieldset pk-field" id="field-objective">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:apply-templates select="option" mode="objective"/>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="option" mode="objective">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-objective-{@value}" name="objective" value="{@value}" aria-describedby="means-{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-objective-{@value}">[[option.objective.{@value}]]</label>
      <p class="pk-help" id="means-{@value}" data-field="description">[[wishes.objective_{@value}]]</p>
    </div>
  </xsl:template>
</xsl:stylesheet>
