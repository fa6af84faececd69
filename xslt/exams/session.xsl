<?xml version="1.0" encoding="UTF-8"?>
<!-- An exam session: its facts, whom it is for, and what there is to do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="tabs">
    <xsl:if test="rights/@staff = 1 and session/@state != 'draft'"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'details'"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:variable name="session" select="concat('/exam-sessions/', session/@id)"/>
    <xsl:if test="rights/@register-now = 1"><a class="ds-button" href="{$session}/register">[[my_exams.register]]</a></xsl:if>
    <xsl:apply-templates select="own[@state = 'registered']"/>
    <xsl:if test="rights/@draft = 1"><a class="ds-button"><xsl:attribute name="href"><xsl:value-of select="$session"/>/<xsl:call-template name="next-step"/></xsl:attribute>[[exam.go_on]]</a></xsl:if>
    <xsl:if test="rights/@change-now = 1"><a class="ds-button" data-variant="secondary" href="{$session}/details">[[word.edit]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1 and session/@state = 'confirmed' and not(session/@resit-of)"><a class="ds-button" data-variant="secondary" href="{$session}/resit">[[exam.resit_short]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="{$session}/copy">[[exam.copy_short]]</a></xsl:if>
    <xsl:if test="rights/@draft = 1"><a class="ds-button" data-variant="tertiary" data-color="danger" href="{$session}/discard">[[exam.discard_short]]</a></xsl:if>
    <xsl:if test="rights/@change-now = 1 and not(session/@exam-state = 'confirmed')"><a class="ds-button" data-variant="tertiary" data-color="danger" href="{$session}/cancel">[[exam.cancel_short]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="own"><a class="ds-button" data-variant="secondary" href="/candidates/{@id}">[[register.yours]]</a></xsl:template>
  <!-- The first step that lacks something. -->
  <xsl:template name="next-step" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="not(instances/instance)">instances</xsl:when>
      <xsl:when test="instances/instance[not(@module)]">concerns</xsl:when>
      <xsl:otherwise>confirm</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="session" mode="state"/>
    <xsl:apply-templates select="uncoded"/>
    <section class="pk-section" aria-labelledby="details">
      <h2 class="ds-heading" id="details">[[exam.details]]</h2>
      <xsl:apply-templates select="session" mode="facts"/>
    </section>
    <section class="pk-section" aria-labelledby="instances">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="instances">[[exam.concerns]]</h2>
        <xsl:if test="rights/@change-now = 1">
          <span class="pk-buttons">
            <a class="ds-button" data-variant="secondary" href="/exam-sessions/{session/@id}/instances">[[exam.change_instances]]</a>
            <a class="ds-button" data-variant="secondary" href="/exam-sessions/{session/@id}/concerns">[[exam.change_modules]]</a>
          </span>
        </xsl:if>
      </div>
      <xsl:apply-templates select="instances" mode="modules"/>
    </section>
    <xsl:if test="rights/@staff = 1">
      <xsl:apply-templates select="examiners"/>
      <xsl:apply-templates select="resits[session]"/>
      <xsl:apply-templates select="history" mode="history"/>
    </xsl:if>
  </xsl:template>

  <!-- What its state means to the reader. -->
  <xsl:template match="session" mode="state"/>
  <xsl:template match="session[@state = 'draft']" mode="state"><div class="ds-alert" data-color="info"><p>[[exam.is_draft]]</p></div></xsl:template>
  <xsl:template match="session[@state = 'cancelled']" mode="state"><div class="ds-alert" data-color="warning"><p>[[exam.is_cancelled]]</p></div></xsl:template>

  <xsl:template match="uncoded"><div class="ds-alert" data-color="warning"><p>[[exam.left_out#@students]]<xsl:text> </xsl:text>[[error.exam_codes_used_up]]</p></div></xsl:template>

  <xsl:template match="examiners">
    <section class="pk-section" aria-labelledby="examiners">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="examiners">[[exam.examiners_title]]</h2>
        <xsl:if test="/page/rights/@edit-now = 1"><a class="ds-button" data-variant="secondary" href="/exam-sessions/{/page/session/@id}/examiners">[[exam.examiners]]</a></xsl:if>
      </div>
      <xsl:choose>
        <xsl:when test="examiner"><ul class="ds-list pk-names"><xsl:apply-templates select="examiner"/></ul></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[exam.examiners_unset]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="examiner"><li><xsl:choose><xsl:when test="@name"><xsl:value-of select="@name"/><xsl:if test="@email"><span class="pk-sub"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></span></xsl:if></xsl:when><xsl:otherwise>[[roles.protected]]</xsl:otherwise></xsl:choose></li></xsl:template>

  <xsl:template match="resits">
    <section class="pk-section" aria-labelledby="resits">
      <h2 class="ds-heading" id="resits">[[exam.resits]]</h2>
      <ul class="ds-list"><xsl:apply-templates select="session" mode="named"/></ul>
    </section>
  </xsl:template>
</xsl:stylesheet>
