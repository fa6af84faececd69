<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose students may sit: searched for, added, removed; what is chosen stands below. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>
  <xsl:import href="../lib/exam_steps.xsl"/>

  <xsl:key name="found" match="found/instance" use="@id"/>

  <xsl:template match="page" mode="title">[[exam.new]]</xsl:template>
  <xsl:template match="page[session/@state != 'draft']" mode="title">[[exam.change_instances]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="session/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="exam-steps"><xsl:with-param name="here" select="'instances'"/><xsl:with-param name="enter" select="'find'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="session/@state = 'cancelled'"><xsl:call-template name="exam-not-now"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- On the form. Searching sends it as it is and gets it back as it is: what the search leaves out stays ticked, and goes along. -->
  <xsl:template match="search">
    <div class="pk-search" role="search">
      <div class="ds-field"><label for="course_code">[[exam.course_code]]</label><input class="ds-input" type="search" id="course_code" name="course_code" value="{@course-code}" autocomplete="off"/></div>
      <div class="ds-field"><label for="course_name">[[exam.course_name]]</label><input class="ds-input" type="search" id="course_name" name="course_name" value="{@course-name}" autocomplete="off"/></div>
      <div class="ds-field"><label for="instance_code">[[exam.instance_code]]</label><input class="ds-input" type="search" id="instance_code" name="instance_code" value="{@instance-code}" autocomplete="off"/></div>
      <div class="ds-field"><label for="department">[[exam.department]]</label><input class="ds-input" type="search" id="department" name="department" value="{@department}" autocomplete="off"/></div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
      <xsl:if test="@asked"><button class="ds-button" data-variant="tertiary" type="submit" name="find" value="all">[[list.clear]]</button></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:variable name="unseen" select="entry[@field = 'add' and not(key('found', @key))]"/>
    <xsl:apply-templates select="../search"/>
    <xsl:for-each select="$unseen"><input type="hidden" name="add" value="{@key}"/></xsl:for-each>
    <xsl:if test="$unseen"><p role="status">[[exam.unseen]]</p></xsl:if>
    <section class="pk-section" aria-labelledby="found">
      <h2 class="ds-heading" id="found">
        <xsl:choose><xsl:when test="../search/@asked">[[exam.found]]</xsl:when><xsl:otherwise>[[exam.current]]</xsl:otherwise></xsl:choose>
      </h2>
      <xsl:apply-templates select="../found"/>
    </section>
    <section class="pk-section" aria-labelledby="field-remove">
      <h2 class="ds-heading" id="field-remove">[[exam.chosen]]</h2>
      <xsl:for-each select="field[@name = 'remove' and @error]"><p class="ds-validation-message"><xsl:value-of select="pk:label(@error)"/></p></xsl:for-each>
      <xsl:apply-templates select="../instances"/>
    </section>
  </xsl:template>
  <xsl:template match="form" mode="buttons">
    <xsl:choose>
      <xsl:when test="../session/@state = 'draft'">
        <button class="ds-button" type="submit" name="go" value="concerns">[[exam.next]]</button>
        <button class="ds-button" data-variant="secondary" type="submit" name="go" value="details">[[exam.back]]</button>
      </xsl:when>
      <xsl:otherwise><a class="ds-button" data-variant="secondary" href="/exam-sessions/{../session/@id}">[[exam.to_session]]</a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="found">
    <div id="field-add">
      <xsl:for-each select="/page/form/field[@name = 'add' and @error]"><p class="ds-validation-message"><xsl:value-of select="pk:label(@error)"/></p></xsl:for-each>
      <p class="pk-quiet">
        <xsl:choose><xsl:when test="/page/search/@asked">[[exam.found_none]]</xsl:when><xsl:otherwise>[[exam.current_none]]</xsl:otherwise></xsl:choose>
      </p>
    </div>
  </xsl:template>
  <xsl:template match="found[instance]">
    <fieldset class="ds-fieldset pk-field" id="field-add">
      <legend class="ds-sr-only">[[exam.add_help]]</legend>
      <xsl:for-each select="/page/form/field[@name = 'add' and @error]"><p class="ds-validation-message"><xsl:value-of select="pk:label(@error)"/></p></xsl:for-each>
      <ul class="pk-ticks pk-instances"><xsl:apply-templates select="instance" mode="found"/></ul>
    </fieldset>
    <xsl:if test="instance/@more = 1"><p class="pk-quiet"><xsl:choose><xsl:when test="/page/search/@asked">[[exam.found_more]]</xsl:when><xsl:otherwise>[[exam.current_more]]</xsl:otherwise></xsl:choose></p></xsl:if>
    <div class="pk-buttons"><button class="ds-button" data-variant="secondary" type="submit">[[exam.add]]</button></div>
  </xsl:template>
  <xsl:template match="instance" mode="found">
    <li class="ds-field">
      <input class="ds-input" type="checkbox" id="field-add-{@id}" name="add" value="{@id}">
        <xsl:if test="key('entry', concat('add-', @id))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-add-{@id}"><xsl:call-template name="exam-instance"/><span class="pk-sub">[[exam.students#@students]]<xsl:if test="@modules = 0"><xsl:text> · </xsl:text>[[exam.course_no_modules]]</xsl:if></span></label>
    </li>
  </xsl:template>

  <xsl:template match="instances"><p class="pk-quiet">[[exam.no_instances]]</p></xsl:template>
  <xsl:template match="instances[instance]">
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[exam.instance]]</th><th scope="col" class="pk-number">[[exam.reading]]</th><th scope="col"><span class="ds-sr-only">[[exam.remove]]</span></th></tr></thead>
      <tbody><xsl:apply-templates select="instance"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="instance">
    <tr>
      <th scope="row" data-label="[[exam.instance]]"><xsl:call-template name="exam-instance"/><xsl:if test="@module"><span class="pk-sub"><xsl:value-of select="@module-code"/><xsl:text> </xsl:text><xsl:value-of select="@module-name"/></span></xsl:if></th>
      <td data-label="[[exam.reading]]" class="pk-number"><xsl:value-of select="@students"/></td>
      <td>
        <xsl:choose>
          <xsl:when test="@candidates &gt; 0"><span class="pk-quiet">[[exam.has_candidates#@candidates]]</span></xsl:when>
          <xsl:otherwise><button class="ds-button" data-variant="tertiary" type="submit" name="remove" value="{@id}">[[exam.remove]]<span class="ds-sr-only"> – <xsl:value-of select="@code"/></span></button></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
