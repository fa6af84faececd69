<?xml version="1.0" encoding="UTF-8"?>
<!-- Results entered row by row, of an exam session or of an activity's placement periods. Blocks: results (list), grades, grading, sums.
     The page gives template match="result" mode="who" (the row's head), and maybe mode="extra" cells and columns. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="chart.xsl"/>
  <xsl:key name="grade" match="grades/grade" use="string(@scale)"/>

  <!-- Which columns are shown: all, until somebody has chosen; one where something is wrong in any case, for it is to be mended there. -->
  <xsl:variable name="chose" select="/page/results/filter[@name = 'columns']"/>
  <xsl:variable name="with-points" select="not($chose) or /page/results/filter[@name = 'points'] or /page/form/error[@field = 'points']"/>
  <xsl:variable name="with-date" select="not($chose) or /page/results/filter[@name = 'date'] or /page/form/error[@field = 'examined_on']"/>
  <xsl:variable name="with-instance" select="/page/results/column[@name = 'instance'] and /page/sums/@nameless &lt; /page/sums/@results and (not($chose) or /page/results/filter[@name = 'instance'])"/>
  <!-- A day as it is typed: the language's, or ISO. -->
  <xsl:variable name="short-days" select="starts-with(/page/@lang, 'n')"/>

  <!-- What is left to do, and until when. -->
  <xsl:template match="sums" mode="progress">
    <dl class="pk-result-sums">
      <div><dt>[[result_state.untouched]]</dt><dd><xsl:value-of select="@untouched"/></dd></div>
      <div><dt>[[result_state.draft]]</dt><dd><xsl:value-of select="@drafts"/></dd></div>
      <div><dt>[[result_state.ready]]</dt><dd><xsl:value-of select="@ready"/></dd></div>
      <div><dt>[[result_state.attested]]</dt><dd><xsl:value-of select="@attested"/></dd></div>
    </dl>
  </xsl:template>
  <xsl:template match="grading" mode="due">
    <xsl:choose>
      <xsl:when test="../sums/@attested &gt; 0 and (@unfinished = 0 or ../sums/@attested = ../sums/@results)"><p class="pk-quiet">[[results.all_attested]]</p></xsl:when>
      <xsl:when test="@unfinished = 0"/>
      <xsl:when test="@days-late"><p class="pk-late">[[results.late#@days-late]]</p></xsl:when>
      <xsl:when test="@results-due"><p class="pk-quiet">[[results.due]]</p></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- How many have each grade, best first, drafts among them: of the scale of new results. -->
  <xsl:template match="grades" mode="chart">
    <xsl:if test="sum(grade/@results) &gt; 0">
      <section class="pk-section" aria-labelledby="grades">
        <h2 class="ds-heading" id="grades">[[chart.grades]]</h2>
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'results'"/>
          <xsl:with-param name="rows" select="grade[not(@scale) or @scale = ../grade[1]/@scale]"/>
          <xsl:with-param name="parts" select="'results'"/>
          <xsl:with-param name="of" select="'grade'"/>
          <xsl:with-param name="share" select="'of-all'"/>
          <xsl:with-param name="order" select="'descending'"/>
        </xsl:call-template>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Filters, and which columns: a choice of its own among them, kept in the address. -->
  <xsl:template match="results" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'open untouched draft ready attested'"/>
      <xsl:with-param name="prefix" select="'result_state.'"/>
    </xsl:call-template>
    <xsl:apply-templates select="." mode="more-filters"/>
    <details class="pk-choose-columns">
      <summary>[[results.columns]]</summary>
      <fieldset>
        <legend class="ds-sr-only">[[results.columns]]</legend>
        <input type="hidden" name="columns" value="1"/>
        <xsl:call-template name="column-choice"><xsl:with-param name="name" select="'points'"/><xsl:with-param name="label" select="'points'"/><xsl:with-param name="on" select="$with-points"/></xsl:call-template>
        <xsl:call-template name="column-choice"><xsl:with-param name="name" select="'date'"/><xsl:with-param name="label" select="'examined_on'"/><xsl:with-param name="on" select="$with-date"/></xsl:call-template>
        <xsl:if test="column[@name = 'instance'] and /page/sums/@nameless &lt; /page/sums/@results"><xsl:call-template name="column-choice"><xsl:with-param name="name" select="'instance'"/><xsl:with-param name="label" select="'instance'"/><xsl:with-param name="on" select="$with-instance"/></xsl:call-template></xsl:if>
      </fieldset>
    </details>
  </xsl:template>
  <xsl:template match="results" mode="more-filters"/>
  <xsl:template name="column-choice">
    <xsl:param name="name"/>
    <xsl:param name="label"/>
    <xsl:param name="on"/>
    <div class="ds-field">
      <xsl:choose>
        <xsl:when test="$on"><input class="ds-input" type="checkbox" id="column-{$name}" name="{$name}" value="1" checked="checked"/></xsl:when>
        <xsl:otherwise><input class="ds-input" type="checkbox" id="column-{$name}" name="{$name}" value="1"/></xsl:otherwise>
      </xsl:choose>
      <label for="column-{$name}"><xsl:value-of select="pk:label('column.', $label)"/></label>
    </div>
  </xsl:template>

  <xsl:template match="results" mode="list-table">
    <form class="pk-board" method="post" action="{/page/form/@action}" autocomplete="off" data-grid="{/page/@path}?q=" data-saving="[[grid.saving]]" data-saved="[[grid.saved]]" data-failed="[[grid.failed]]">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="here" value="{/page/@query}"/>
      <xsl:call-template name="result-tools"/>
      <div class="pk-list-top">
        <p class="pk-total" role="status">[[list.range]]</p>
        <xsl:call-template name="files"/>
      </div>
      <table class="ds-table pk-table pk-grid-table">
        <caption class="ds-sr-only">[[results.caption]]</caption>
        <thead><tr><th scope="col"><span class="ds-sr-only">[[results.tick]]</span></th><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="result" mode="row"/></tbody>
      </table>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="results/column[@name = 'points']" priority="2"><xsl:if test="$with-points"><xsl:call-template name="result-column"/></xsl:if></xsl:template>
  <xsl:template match="results/column[@name = 'examined_on']" priority="2"><xsl:if test="$with-date"><xsl:call-template name="result-column"/></xsl:if></xsl:template>
  <xsl:template match="results/column[@name = 'instance']" priority="2"><xsl:if test="$with-instance"><xsl:call-template name="result-column"/></xsl:if></xsl:template>
  <xsl:template match="results/column[@name = 'grade']" priority="2"><xsl:call-template name="result-column"/></xsl:template>
  <!-- Its fields are named by it. -->
  <xsl:template name="result-column">
    <th scope="col" class="pk-column-{@name}" id="head-{@name}">
      <xsl:if test="@name = 'points'"><xsl:attribute name="class">pk-number</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="@sorted = 'up'"><xsl:attribute name="aria-sort">ascending</xsl:attribute></xsl:when>
        <xsl:when test="@sorted = 'down'"><xsl:attribute name="aria-sort">descending</xsl:attribute></xsl:when>
      </xsl:choose>
      <a class="pk-sort" href="{@href}"><xsl:value-of select="pk:label('column.', @name)"/></a>
    </th>
  </xsl:template>

  <!-- Saving, making ready, and how the drafts' grades stand. -->
  <xsl:template name="result-tools">
    <div class="pk-board-tools">
      <div class="pk-board-save">
        <button class="ds-button" type="submit" name="act" value="save" data-save="data-save" aria-keyshortcuts="Control+S">[[results.save]] <kbd class="pk-key">Ctrl+S</kbd></button>
        <button class="ds-button" data-variant="secondary" type="submit" name="act" value="ready" data-ready="data-ready" aria-keyshortcuts="Control+Shift+S">[[results.make_ready]] <kbd class="pk-key">Ctrl+Shift+S</kbd></button>
        <button class="ds-button" data-variant="tertiary" type="submit" name="act" value="ready_all">[[results.make_all_ready]]</button>
        <p class="pk-grid-status" role="status" data-status="data-status"></p>
      </div>
      <p class="pk-result-tally"><span class="pk-result-tally-name">[[results.tally]]</span><xsl:apply-templates select="/page/grades/grade" mode="tally"/></p>
    </div>
  </xsl:template>
  <xsl:template match="grade" mode="tally"><span class="pk-result-tally-grade"><xsl:value-of select="@name"/>: <strong><xsl:choose><xsl:when test="@drafts &gt; 0"><xsl:value-of select="@drafts"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></strong></span></xsl:template>

  <!-- A row that may be changed: untouched, or a draft. -->
  <xsl:template match="result" mode="row">
    <tr data-row="{@id}" id="row-{@id}">
      <td data-label="[[results.tick]]">
        <xsl:choose>
          <xsl:when test="key('entry', concat('chosen-', @id))/@value = 1"><input class="ds-input" type="checkbox" name="chosen-{@id}" value="1" aria-labelledby="who-{@id}" checked="checked"/></xsl:when>
          <xsl:otherwise><input class="ds-input" type="checkbox" name="chosen-{@id}" value="1" aria-labelledby="who-{@id}"/></xsl:otherwise>
        </xsl:choose>
        <input type="hidden" name="seen-{@id}" value="{@seen}"/>
      </td>
      <xsl:apply-templates select="." mode="who"/>
      <xsl:if test="$with-points">
        <td data-label="[[column.points]]" class="pk-number">
          <xsl:call-template name="result-input"><xsl:with-param name="field" select="'points'"/><xsl:with-param name="now" select="@points"/><xsl:with-param name="mode" select="'decimal'"/></xsl:call-template>
        </td>
      </xsl:if>
      <td data-label="[[column.grade]]"><xsl:call-template name="result-grade"/></td>
      <xsl:if test="$with-date">
        <td data-label="[[column.examined_on]]">
          <xsl:call-template name="result-input">
            <xsl:with-param name="field" select="'examined_on'"/>
            <xsl:with-param name="now"><xsl:apply-templates select="." mode="day"/></xsl:with-param>
            <xsl:with-param name="mode" select="'numeric'"/>
          </xsl:call-template>
        </td>
      </xsl:if>
      <td data-label="[[column.result_state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>
  <!-- One that waits for the examiner, or is attested. -->
  <xsl:template match="result[@result-state = 'ready' or @result-state = 'attested']" mode="row" priority="1">
    <tr id="row-{@id}">
      <td class="pk-empty-cell"></td>
      <xsl:apply-templates select="." mode="who"/>
      <xsl:if test="$with-points"><td data-label="[[column.points]]" class="pk-number"><xsl:value-of select="@points"/></td></xsl:if>
      <td data-label="[[column.grade]]"><strong><xsl:value-of select="@grade"/></strong></td>
      <xsl:if test="$with-date"><td data-label="[[column.examined_on]]"><xsl:value-of select="@examined-on-text"/></td></xsl:if>
      <td data-label="[[column.result_state]]"><xsl:apply-templates select="." mode="state"/></td>
    </tr>
  </xsl:template>

  <!-- The day as it is typed; in a row without a result the one that is proposed. -->
  <xsl:template match="result" mode="day" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="$short-days"><xsl:value-of select="@examined-on-text"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@examined-on"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="result[@result-state = 'untouched']" mode="day" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="$short-days"><xsl:value-of select="/page/grading/@examined-on-text"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="/page/grading/@examined-on"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Only what came back, or is missing, has an id: errors lead to it. Hundreds of rows are told as little as does. -->
  <xsl:template name="result-input">
    <xsl:param name="field"/>
    <xsl:param name="now"/>
    <xsl:param name="mode"/>
    <xsl:variable name="entry" select="key('entry', concat($field, '-', @id))"/>
    <xsl:variable name="wrong" select="key('wrong', concat($field, '-', @id))"/>
    <xsl:choose>
      <xsl:when test="$entry or $wrong">
        <input class="ds-input" id="field-{$field}-{@id}" name="{$field}-{@id}" inputmode="{$mode}">
          <xsl:attribute name="value"><xsl:choose><xsl:when test="$entry"><xsl:value-of select="$entry/@value"/></xsl:when><xsl:otherwise><xsl:value-of select="$now"/></xsl:otherwise></xsl:choose></xsl:attribute>
          <xsl:attribute name="aria-label"><xsl:value-of select="concat(pk:label('column.', $field), ' – ', @name, ' ', @code)"/></xsl:attribute>
          <xsl:if test="$wrong"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', $field, '-', @id)"/></xsl:attribute></xsl:if>
        </input>
        <xsl:call-template name="result-error"><xsl:with-param name="field" select="$field"/><xsl:with-param name="wrong" select="$wrong"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><input class="ds-input" name="{$field}-{@id}" value="{$now}" inputmode="{$mode}" aria-labelledby="who-{@id} head-{$field}"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="result-error">
    <xsl:param name="field"/>
    <xsl:param name="wrong"/>
    <xsl:if test="$wrong">
      <p class="ds-validation-message" id="error-{$field}-{@id}"><xsl:for-each select="/page/form/field[@name = $field]"><xsl:value-of select="pk:label($wrong/@label)"/></xsl:for-each></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="result-grade">
    <xsl:variable name="entry" select="key('entry', concat('grade-', @id))"/>
    <xsl:variable name="wrong" select="key('wrong', concat('grade-', @id))"/>
    <xsl:variable name="value">
      <xsl:choose>
        <xsl:when test="$entry"><xsl:value-of select="$entry/@value"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@position"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <select class="ds-input" name="grade-{@id}" aria-labelledby="who-{@id} head-grade">
      <xsl:if test="$entry or $wrong"><xsl:attribute name="id"><xsl:value-of select="concat('field-grade-', @id)"/></xsl:attribute></xsl:if>
      <xsl:if test="$wrong"><xsl:attribute name="aria-invalid">true</xsl:attribute><xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-grade-', @id)"/></xsl:attribute></xsl:if>
      <option value="">–</option>
      <xsl:apply-templates select="key('grade', string(@scale))" mode="option"><xsl:with-param name="chosen" select="$value"/></xsl:apply-templates>
    </select>
    <xsl:call-template name="result-error"><xsl:with-param name="field" select="'grade'"/><xsl:with-param name="wrong" select="$wrong"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="grade" mode="option">
    <xsl:param name="chosen"/>
    <xsl:choose>
      <xsl:when test="@id = $chosen"><option value="{@id}" selected="selected"><xsl:value-of select="@name"/></option></xsl:when>
      <xsl:otherwise><option value="{@id}"><xsl:value-of select="@name"/></option></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The state, which leads to the result when there is one. -->
  <xsl:template match="result" mode="state">
    <a class="ds-tag pk-tag" data-result="{@result-state}" href="/results/{@result}">[[result_state.{@result-state}]]</a>
    <xsl:if test="@returned = 1"><span class="pk-sub pk-late">[[results.returned]]</span></xsl:if>
    <xsl:if test="@withdrawn = 1"><span class="pk-sub">[[results.withdrawn]]</span></xsl:if>
  </xsl:template>
  <xsl:template match="result[@result-state = 'untouched']" mode="state"><span class="ds-tag pk-tag" data-result="untouched">[[result_state.untouched]]</span></xsl:template>

  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('result', @key)/@name"/><xsl:text> </xsl:text><xsl:value-of select="key('result', @key)/@code"/></xsl:template>
  <xsl:key name="result" match="results/result" use="@id"/>
  <xsl:key name="wrong" match="form/error" use="concat(@field, '-', @key)"/>
</xsl:stylesheet>
