<?xml version="1.0" encoding="UTF-8"?>
<!-- The form of a midway or final assessment: what was found by each criterion, how it goes, in words. Blocks: placement, criteria, maybe
     assessment, earlier (what was found halfway). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="assessments.xsl"/>

  <xsl:template match="page" mode="trail"><xsl:call-template name="assessment-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:choose>
      <xsl:when test="../criteria/criterion"><xsl:apply-templates select="../criteria/criterion" mode="field"/></xsl:when>
      <xsl:otherwise><p class="pk-quiet">[[assessments.no_criteria]]</p></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="field[@name = 'text']"/>
    <xsl:apply-templates select="field[@name = 'passed']"/>
  </xsl:template>
  <!-- Both answers in sight; a draft may leave it open. -->
  <xsl:template match="form[@name = 'midway' or @name = 'final']/field[@name = 'passed']">
    <fieldset class="ds-fieldset pk-field" id="field-passed">
      <xsl:call-template name="field-described"/>
      <legend><xsl:value-of select="pk:label('field.', ../@name, '.passed')"/></legend>
      <xsl:call-template name="field-help"/>
      <div class="pk-options"><xsl:apply-templates select="option" mode="radio"/></div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="option" mode="radio">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-{../@name}-{@value}" name="{../@name}" value="{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-{../@name}-{@value}"><xsl:value-of select="pk:label('passed.', ../../@name, '_', @value)"/></label>
    </div>
  </xsl:template>

  <xsl:template match="criterion" mode="field">
    <xsl:variable name="verdict" select="key('entry', concat('verdict-', @id))"/>
    <xsl:variable name="comment" select="key('entry', concat('comment-', @id))"/>
    <fieldset class="ds-fieldset pk-field pk-criterion" id="field-verdict-{@id}">
      <xsl:if test="$verdict/@error"><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-verdict-', @id)"/></xsl:attribute></xsl:if>
      <legend><xsl:value-of select="@text"/></legend>
      <xsl:apply-templates select="/page/earlier/criterion[@id = current()/@id]" mode="earlier"/>
      <div class="pk-options">
        <xsl:call-template name="verdict-option"><xsl:with-param name="value" select="'met'"/><xsl:with-param name="chosen" select="$verdict/@value"/></xsl:call-template>
        <xsl:call-template name="verdict-option"><xsl:with-param name="value" select="'partly'"/><xsl:with-param name="chosen" select="$verdict/@value"/></xsl:call-template>
        <xsl:call-template name="verdict-option"><xsl:with-param name="value" select="'not_met'"/><xsl:with-param name="chosen" select="$verdict/@value"/></xsl:call-template>
      </div>
      <xsl:if test="$verdict/@error"><p class="ds-validation-message" id="error-verdict-{@id}"><xsl:value-of select="pk:label($verdict/@error)"/></p></xsl:if>
      <div class="ds-field">
        <label for="field-comment-{@id}">[[assessments.comment]]<xsl:text> </xsl:text><span class="pk-optional">[[form.optional]]</span></label>
        <textarea class="ds-input pk-wide" id="field-comment-{@id}" name="comment-{@id}" rows="2">
          <xsl:if test="$comment/@error"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-comment-', @id)"/></xsl:attribute></xsl:if>
          <xsl:value-of select="$comment/@value"/>
        </textarea>
        <xsl:if test="$comment/@error"><p class="ds-validation-message" id="error-comment-{@id}"><xsl:for-each select="/page/form/field[@name = 'comment']"><xsl:value-of select="pk:label($comment/@error)"/></xsl:for-each></p></xsl:if>
      </div>
    </fieldset>
  </xsl:template>
  <xsl:template name="verdict-option">
    <xsl:param name="value"/>
    <xsl:param name="chosen"/>
    <div class="ds-field">
      <input class="ds-input" type="radio" id="verdict-{@id}-{$value}" name="verdict-{@id}" value="{$value}">
        <xsl:if test="$value = $chosen"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="verdict-{@id}-{$value}"><xsl:value-of select="pk:label('verdict.', $value)"/></label>
    </div>
  </xsl:template>
  <xsl:template match="criterion" mode="earlier">
    <p class="pk-help">[[assessments.earlier]]<xsl:text>: </xsl:text><xsl:apply-templates select="." mode="verdict"/><xsl:if test="@comment"><xsl:text> </xsl:text><xsl:value-of select="@comment"/></xsl:if></p>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="/page/criteria/criterion[@id = current()/@key]/@text"/></xsl:template>

  <!-- What was given already stays given: it can only be given anew. -->
  <xsl:template match="form" mode="buttons">
    <xsl:choose>
      <xsl:when test="../assessment/@state = 'given'"><button class="ds-button" type="submit" name="act" value="give">[[assessments.give_again]]</button></xsl:when>
      <xsl:otherwise>
        <button class="ds-button" type="submit" name="act" value="give">[[assessments.give]]</button>
        <button class="ds-button" data-variant="secondary" type="submit" name="act" value="save">[[assessments.save]]</button>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>

  <!-- Why nothing can be written now. -->
  <xsl:template name="assessment-shut">
    <div class="ds-alert" data-color="info">
      <p>
        <xsl:choose>
          <xsl:when test="placement/@cancelled-at">[[activity.is_cancelled]]</xsl:when>
          <xsl:when test="assessment/@state = 'signed'">[[error.assessment_signed]]</xsl:when>
          <xsl:otherwise>[[error.placement_coming]]</xsl:otherwise>
        </xsl:choose>
      </p>
    </div>
  </xsl:template>
  <xsl:template name="assessment-form">
    <xsl:choose>
      <xsl:when test="form/error or stale"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:when test="rights/@assess-now = 1 and not(assessment/@state = 'signed')">
        <xsl:if test="assessment/@state = 'given'"><div class="ds-alert" data-color="info"><p>[[assessments.given_already]]</p></div></xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="assessment-shut"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
