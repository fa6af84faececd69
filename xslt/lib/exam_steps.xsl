<?xml version="1.0" encoding="UTF-8"?>
<!-- The four steps of a new exam session, and the form of the first, which a confirmed session is changed with too. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- Where one is among the steps; each but this one is a way there, once there is a draft: a button of the step's form, so that
       what is typed or chosen goes along. here: details, instances, concerns, confirm. enter: the value of `go` that Enter in a field
       stands for, or `find`; empty where the step has no form, and links do. Nothing of a session that is confirmed. -->
  <xsl:template name="exam-steps">
    <xsl:param name="here"/>
    <xsl:param name="enter" select="''"/>
    <xsl:if test="not(session) or session/@state = 'draft'">
      <nav class="pk-exam-steps" aria-label="[[exam.steps]]">
        <!-- The form's first button is the one that Enter presses. -->
        <xsl:if test="session and $enter != ''">
          <button class="ds-sr-only" type="submit" form="step" tabindex="-1" aria-hidden="true">
            <xsl:choose>
              <xsl:when test="$enter = 'find'"><xsl:attribute name="name">find</xsl:attribute><xsl:attribute name="value">1</xsl:attribute></xsl:when>
              <xsl:otherwise><xsl:attribute name="name">go</xsl:attribute><xsl:attribute name="value"><xsl:value-of select="$enter"/></xsl:attribute></xsl:otherwise>
            </xsl:choose>
            <xsl:text>[[exam.next]]</xsl:text>
          </button>
        </xsl:if>
        <ol>
          <xsl:call-template name="exam-step"><xsl:with-param name="step" select="'details'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="enter" select="$enter"/></xsl:call-template>
          <xsl:call-template name="exam-step"><xsl:with-param name="step" select="'instances'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="enter" select="$enter"/></xsl:call-template>
          <xsl:call-template name="exam-step"><xsl:with-param name="step" select="'concerns'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="enter" select="$enter"/></xsl:call-template>
          <xsl:call-template name="exam-step"><xsl:with-param name="step" select="'confirm'"/><xsl:with-param name="here" select="$here"/><xsl:with-param name="enter" select="$enter"/></xsl:call-template>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="exam-step">
    <xsl:param name="step"/>
    <xsl:param name="here"/>
    <xsl:param name="enter"/>
    <li>
      <xsl:choose>
        <xsl:when test="$step = $here"><span aria-current="step"><xsl:value-of select="pk:label('exam.step_', $step)"/></span></xsl:when>
        <xsl:when test="session and $enter != ''"><button type="submit" form="step" name="go" value="{$step}"><xsl:value-of select="pk:label('exam.step_', $step)"/></button></xsl:when>
        <xsl:when test="session"><a href="/exam-sessions/{session/@id}/{$step}"><xsl:value-of select="pk:label('exam.step_', $step)"/></a></xsl:when>
        <xsl:otherwise><span><xsl:value-of select="pk:label('exam.step_', $step)"/></span></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:template match="form[@name = 'exam_session' or @name = 'exam_instances' or @name = 'exam_concerns']" mode="id"><xsl:if test="/page/session/@state = 'draft'"><xsl:attribute name="id">step</xsl:attribute></xsl:if></xsl:template>

  <!-- What the form exam_session asks for. The css shows what goes with what is chosen; without it all is there, and what does not
       go with it is not kept. -->
  <xsl:template name="exam-details">
    <xsl:variable name="kept" select="/page/session/@state = 'confirmed'"/>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1"><xsl:apply-templates select="field[@name = 'institution']"/></xsl:when>
      <xsl:when test="/page/institutions"><input type="hidden" name="institution" value="{field[@name = 'institution']/@value}"/></xsl:when>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="$kept"><xsl:apply-templates select="field[@name = 'type']" mode="kept"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="field[@name = 'type']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="field[@name = 'name' or @name = 'name_en']" mode="counted"/>
    <section class="pk-section pk-group-fields pk-exam-date" aria-labelledby="when">
      <h2 class="ds-heading" id="when">[[exam.when]]</h2>
      <xsl:apply-templates select="field[@name = 'date_mode']"/>
      <div class="pk-exam-times">
        <xsl:apply-templates select="field[@name = 'starts_on']"/>
        <xsl:apply-templates select="field[@name = 'starts_at']"/>
        <div class="pk-exam-last"><xsl:apply-templates select="field[@name = 'ends_on']"/></div>
        <xsl:apply-templates select="field[@name = 'ends_at']"/>
      </div>
      <xsl:apply-templates select="field[@name = 'place']"/>
    </section>
    <section class="pk-section pk-group-fields pk-exam-anonymity" aria-labelledby="anonymity">
      <h2 class="ds-heading" id="anonymity">[[exam.anonymity]]</h2>
      <xsl:choose>
        <xsl:when test="$kept">
          <xsl:apply-templates select="field[@name = 'anonymous' or @name = 'code_prefix' or @name = 'code_format']" mode="kept"/>
          <p><xsl:apply-templates select="/page/session" mode="code"/></p>
          <xsl:if test="/page/session/@anonymous = 1"><xsl:apply-templates select="field[@name = 'code_shown']"/></xsl:if>
          <xsl:if test="/page/session/@anonymous = 0"><xsl:apply-templates select="field[@name = 'code_shown']" mode="kept"/></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="field[@name = 'anonymous']"/>
          <div class="pk-exam-codes">
            <xsl:apply-templates select="field[@name = 'code_prefix']"/>
            <xsl:apply-templates select="field[@name = 'code_format']"/>
            <xsl:apply-templates select="field[@name = 'code_shown']"/>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <section class="pk-section pk-group-fields pk-exam-registration" aria-labelledby="registration">
      <h2 class="ds-heading" id="registration">[[exam.registration]]</h2>
      <xsl:apply-templates select="field[@name = 'registration']"/>
      <div class="pk-exam-period">
        <p class="pk-help">[[exam.registers_help]]</p>
        <xsl:apply-templates select="field[@name = 'registers_from']"/>
        <xsl:apply-templates select="field[@name = 'registers_to']"/>
      </div>
    </section>
  </xsl:template>

  <!-- A field that stays as it is goes along unseen; what is wrong with it is said. -->
  <xsl:template match="field" mode="kept">
    <xsl:if test="@value != ''"><input type="hidden" name="{@name}" value="{@value}"/></xsl:if>
    <xsl:if test="@error"><p class="ds-validation-message" id="field-{@name}"><xsl:value-of select="pk:label(@error)"/></p></xsl:if>
  </xsl:template>
  <xsl:template match="session" mode="code">[[exam.anonymous_no]]</xsl:template>
  <xsl:template match="session[@anonymous = 1]" mode="code"><code><xsl:call-template name="exam-code-like"/></code></xsl:template>

  <!-- Keeps count while one writes; without it the count is that of the last time the form was sent. -->
  <xsl:template name="exam-counter"><script src="/assets/grid.js?v={/page/@assets}" defer="defer"></script></xsl:template>
  <!-- A name with its limit, and how many letters it has. -->
  <xsl:template match="field" mode="counted">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <input class="ds-input pk-medium" type="text" id="field-{@name}" name="{@name}" value="{@value}" maxlength="{@maximum}" required="required" autocomplete="off" data-counted="count-{@name}">
        <xsl:if test="@error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
        <xsl:attribute name="aria-describedby"><xsl:if test="@error">error-<xsl:value-of select="@name"/><xsl:text> </xsl:text></xsl:if>count-<xsl:value-of select="@name"/></xsl:attribute>
      </input>
      <p class="pk-help" id="count-{@name}" data-field="description"><xsl:value-of select="string-length(@value)"/> / <xsl:value-of select="@maximum"/></p>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <!-- What is chosen decides what else is asked for, so all choices are in sight. -->
  <xsl:template match="field[@type = 'choice']" priority="2">
    <fieldset class="ds-fieldset pk-field" id="field-{@name}">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:call-template name="field-help"/>
      <div class="pk-options"><xsl:apply-templates select="option" mode="radio"/></div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <!-- Each of the two formats of a code as it looks. -->
  <xsl:template match="field[@name = 'code_format']/option" mode="radio" priority="2">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-code_format-{@value}" name="code_format" value="{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-code_format-{@value}"><code>[[option.code_format.{@value}]]</code></label>
    </div>
  </xsl:template>
</xsl:stylesheet>
