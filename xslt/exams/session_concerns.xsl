<?xml version="1.0" encoding="UTF-8"?>
<!-- A module for each course instance. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:key name="modules" match="modules/module" use="@course"/>

  <xsl:template match="page" mode="title">[[exam.new]]</xsl:template>
  <xsl:template match="page[session/@state != 'draft']" mode="title">[[exam.change_modules]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="session/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-steps"><xsl:with-param name="here" select="'concerns'"/><xsl:with-param name="enter"><xsl:if test="instances/instance">confirm</xsl:if></xsl:with-param></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state = 'cancelled'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:when test="not(instances/instance)"><div class="pk-empty"><p>[[exam.no_instances]]</p><p><a class="ds-button" href="/exam-sessions/{session/@id}/instances">[[exam.step_instances]]</a></p></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="form"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <p class="pk-prose">[[exam.concerns_help]]</p>
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[exam.instance]]</th><th scope="col">[[exam.concerns_module]]</th></tr></thead>
      <tbody><xsl:apply-templates select="../instances/instance"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="form" mode="buttons">
    <xsl:choose>
      <xsl:when test="../session/@state = 'draft'">
        <button class="ds-button" type="submit" name="go" value="confirm">[[exam.next]]</button>
        <button class="ds-button" data-variant="secondary" type="submit" name="go" value="instances">[[exam.back]]</button>
      </xsl:when>
      <xsl:otherwise>
        <button class="ds-button" type="submit">[[exam.save]]</button>
        <a class="ds-button" data-variant="tertiary" href="/exam-sessions/{../session/@id}">[[word.cancel]]</a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:key name="instance" match="instances/instance" use="@id"/>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('instance', @key)/@course-code"/><xsl:text> </xsl:text><xsl:value-of select="key('instance', @key)/@code"/></xsl:template>

  <xsl:template match="instance">
    <tr>
      <th scope="row" id="instance-{@id}" data-label="[[exam.instance]]"><xsl:call-template name="exam-instance"/></th>
      <td data-label="[[exam.concerns_module]]"><xsl:apply-templates select="." mode="choice"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="instance" mode="choice">
    <xsl:variable name="entry" select="key('entry', concat('module-', @id))"/>
    <xsl:choose>
      <xsl:when test="key('modules', @course)">
        <select class="ds-input pk-medium" id="field-module-{@id}" name="module-{@id}" aria-labelledby="instance-{@id}">
          <xsl:if test="$entry/@error">
            <xsl:attribute name="aria-invalid">true</xsl:attribute>
            <xsl:attribute name="aria-describedby">error-module-<xsl:value-of select="@id"/></xsl:attribute>
          </xsl:if>
          <option value="">[[form.choose]]</option>
          <xsl:apply-templates select="key('modules', @course)"><xsl:with-param name="chosen" select="$entry/@value"/></xsl:apply-templates>
        </select>
      </xsl:when>
      <xsl:otherwise><p id="field-module-{@id}">[[exam.course_no_modules]]<xsl:text> </xsl:text><a class="ds-link" href="/courses/{@course}"><xsl:value-of select="@course-code"/></a></p></xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="/page/form/error[@field = 'module' and @key = current()/@id]"><p class="ds-validation-message" id="error-module-{@key}"><xsl:value-of select="pk:label(@label)"/></p></xsl:for-each>
  </xsl:template>
  <xsl:template match="module">
    <xsl:param name="chosen"/>
    <option value="{@id}">
      <xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/><xsl:text> (</xsl:text>[[exam.credits]]<xsl:text>, </xsl:text><xsl:value-of select="@scale-name"/><xsl:text>)</xsl:text>
    </option>
  </xsl:template>
</xsl:stylesheet>
