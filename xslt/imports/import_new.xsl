<?xml version="1.0" encoding="UTF-8"?>
<!-- A file, what is in it, and where it belongs. Who looks after one place only is told which, and does not choose. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[import_new.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/imports">[[nav.imports]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[import_new.lead]]</p></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/imports">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <!-- From an activity's students: what and where is known. -->
  <xsl:template match="form[field[@name = 'activity']/@value != '']" mode="fields" priority="1">
    <xsl:variable name="activity" select="field[@name = 'activity']/@value"/>
    <input type="hidden" name="kind" value="registrations"/>
    <input type="hidden" name="activity" value="{$activity}"/>
    <p class="pk-fact">[[import_new.to_activity]]<xsl:text> </xsl:text><strong><xsl:value-of select="/page/activities/activity[@id = $activity]/@name"/></strong></p>
    <p class="pk-help">[[kind_help.registrations]]<xsl:text> </xsl:text><a class="ds-link" href="/imports/template?kind=registrations">[[imports.template_of]]</a></p>
    <xsl:apply-templates select="field[@name = 'file' or @name = 'invite']"/>
  </xsl:template>
  <!-- From an exam's papers likewise. -->
  <xsl:template match="form[field[@name = 'exam']/@value != '']" mode="fields" priority="1">
    <xsl:variable name="exam" select="field[@name = 'exam']/@value"/>
    <input type="hidden" name="kind" value="points"/>
    <input type="hidden" name="exam" value="{$exam}"/>
    <p class="pk-fact">[[import_new.to_exam]]<xsl:text> </xsl:text><strong><xsl:value-of select="/page/exams/exam[@id = $exam]/@name"/></strong></p>
    <p class="pk-help">[[kind_help.points]]<xsl:text> </xsl:text><a class="ds-link" href="/imports/template?kind=points">[[imports.template_of]]</a></p>
    <xsl:apply-templates select="field[@name = 'file']"/>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'kind']"/>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) + count(/page/sites/site) = 1">
        <p class="pk-fact">[[import_new.place]]<xsl:text> </xsl:text><strong><xsl:value-of select="/page/institutions/institution/@name | /page/sites/site/@name"/></strong></p>
        <xsl:for-each select="/page/institutions/institution"><input type="hidden" name="institution" value="{@id}"/></xsl:for-each>
        <xsl:for-each select="/page/sites/site"><input type="hidden" name="site" value="{@id}"/></xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="/page/institutions/institution"><xsl:apply-templates select="field[@name = 'institution']"/></xsl:if>
        <xsl:if test="/page/sites/site"><xsl:apply-templates select="field[@name = 'site']"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="/page/kinds/kind[@kind = 'registrations'] and /page/activities/activity"><xsl:apply-templates select="field[@name = 'activity']"/></xsl:if>
    <xsl:if test="/page/exams/exam"><xsl:apply-templates select="field[@name = 'exam']"/></xsl:if>
    <xsl:apply-templates select="field[@name = 'file' or @name = 'invite']"/>
  </xsl:template>

  <!-- Each kind with what it is, and its template; those that the viewer has no place for are not offered. -->
  <xsl:template match="field[@name = 'kind']" priority="1">
    <fieldset class="ds-fieldset pk-field" id="field-kind">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <div class="pk-kinds"><xsl:apply-templates select="/page/kinds/kind"/></div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="kind">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-kind-{@kind}" name="kind" value="{@kind}" aria-describedby="kind-{@kind}">
        <xsl:if test="@kind = /page/form/field[@name = 'kind']/@value or count(../kind) = 1"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-kind-{@kind}">[[kind.{@kind}]]</label>
      <p class="pk-help" id="kind-{@kind}" data-field="description">[[kind_help.{@kind}]]<xsl:text> </xsl:text><a class="ds-link" href="/imports/template?kind={@kind}">[[imports.template_of]]</a></p>
    </div>
  </xsl:template>
</xsl:stylesheet>
