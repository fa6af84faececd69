<?xml version="1.0" encoding="UTF-8"?>
<!-- Who assesses an exam, each in one committee. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>
  <xsl:key name="assessor" match="assessors/assessor" use="@id"/>
  <xsl:key name="found" match="people/person" use="@id"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'assessors'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.exam_confirmed]]</p></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:variable name="unseen" select="entry[@field = 'add' and not(key('found', @key))]"/>
    <xsl:if test="../assessors/assessor">
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[grading.part_assessors]]</caption>
        <thead><tr><th scope="col">[[column.assessor]]</th><th scope="col">[[column.committee]]</th><th scope="col" class="pk-number">[[column.marked]]</th></tr></thead>
        <tbody><xsl:apply-templates select="../assessors/assessor"/></tbody>
      </table>
    </xsl:if>
    <xsl:if test="../people/person or ../search">
    <div class="pk-search" role="search">
      <div class="ds-field pk-search-text">
        <label for="q">[[grading.search_assessor]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{../search/@q}" autocomplete="off"/>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
    </div>
    </xsl:if>
    <xsl:for-each select="$unseen"><input type="hidden" name="add" value="{@key}"/></xsl:for-each>
    <xsl:choose>
      <xsl:when test="../people/person">
        <xsl:apply-templates select="field[@name = 'add']"/>
        <xsl:if test="../people/person/@more = 1"><p class="pk-quiet">[[grading.first_100]]</p></xsl:if>
        <xsl:apply-templates select="field[@name = 'to']"/>
      </xsl:when>
      <xsl:otherwise><p class="pk-quiet">[[grading.no_one_to_add]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="assessor">
    <xsl:variable name="entry" select="key('entry', concat('assessor-', @id))"/>
    <tr>
      <th scope="row" data-label="[[column.assessor]]" id="assessor-{@id}"><xsl:value-of select="@name"/></th>
      <td data-label="[[column.committee]]">
        <select class="ds-input" id="field-assessor-{@id}" name="assessor-{@id}" aria-labelledby="assessor-{@id}">
          <xsl:if test="$entry/@error"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-assessor-', @id)"/></xsl:attribute></xsl:if>
          <xsl:choose>
            <xsl:when test="$entry"><xsl:call-template name="committees"><xsl:with-param name="chosen" select="$entry/@value"/></xsl:call-template></xsl:when>
            <xsl:otherwise><xsl:call-template name="committees"><xsl:with-param name="chosen" select="@committee"/></xsl:call-template></xsl:otherwise>
          </xsl:choose>
        </select>
        <xsl:if test="$entry/@error"><p class="ds-validation-message" id="error-assessor-{@id}"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
      </td>
      <td data-label="[[column.marked]]" class="pk-number"><xsl:value-of select="@marked"/></td>
    </tr>
  </xsl:template>
  <xsl:template name="committees">
    <xsl:param name="chosen"/>
    <option value="0">[[grading.remove_assessor]]</option>
    <xsl:for-each select="/page/committees/committee">
      <option value="{@id}">
        <xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="@name"/>
      </option>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="error[@field = 'assessor']" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('assessor', @key)/@name"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
