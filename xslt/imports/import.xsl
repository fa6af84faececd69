<?xml version="1.0" encoding="UTF-8"?>
<!-- One import: how far it is, what its rows would do or did, and what to do next. While something is under way the page
     reloads by itself. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="head">
    <xsl:if test="job/@state = 'waiting' or job/@state = 'running'"><meta http-equiv="refresh" content="2"/></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="title"><xsl:value-of select="import/@file-name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/imports">[[nav.imports]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead">
    <xsl:for-each select="import">
      <p class="pk-lead"><span class="ds-tag pk-tag" data-phase="{@phase}">[[phase.{@phase}]]</span><xsl:text> </xsl:text>[[kind.{@kind}]]<xsl:if test="@activity"><xsl:text> · </xsl:text><a class="ds-link" href="/activities/{@activity}/students"><xsl:value-of select="@activity-name"/></a></xsl:if><xsl:if test="@exam"><xsl:text> · </xsl:text><a class="ds-link" href="/exams/{@exam}/grade"><xsl:value-of select="@exam-name"/></a></xsl:if><xsl:text> · </xsl:text>[[import.lead]]</p>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="stale"/>
    <xsl:if test="import/@state = 'checked' or import/@state = 'applied' or import/@state = 'undone'"><xsl:apply-templates select="import" mode="counts"/></xsl:if>
    <xsl:apply-templates select="import" mode="now"/>
    <xsl:if test="columns/column and import/@state != 'applied' and import/@state != 'undone'"><xsl:apply-templates select="columns"/></xsl:if>
    <xsl:if test="import/@rows-total &gt; 0 and import/@phase != 'checking'">
      <section class="pk-section" aria-labelledby="rows">
        <h2 class="ds-heading" id="rows">[[import.rows]]</h2>
        <xsl:apply-templates select="rows" mode="list"/>
      </section>
    </xsl:if>
    <xsl:apply-templates select="history" mode="history"/>
  </xsl:template>

  <!-- The figures, each a way to its rows. -->
  <xsl:template match="import" mode="counts">
    <ul class="pk-counts" aria-label="{pk:label('import.counts')}">
      <li><a href="/imports/{@id}"><strong><xsl:value-of select="@rows-total"/></strong><span>[[import.rows_total]]</span></a></li>
      <li data-outcome="new"><a href="/imports/{@id}?outcome=new#rows"><strong><xsl:value-of select="@rows-new"/></strong><span>[[import.rows_new]]</span></a></li>
      <li data-outcome="changed"><a href="/imports/{@id}?outcome=changed#rows"><strong><xsl:value-of select="@rows-changed"/></strong><span><xsl:choose><xsl:when test="@state = 'checked'">[[import.rows_changed]]</xsl:when><xsl:otherwise>[[import.done_changed]]</xsl:otherwise></xsl:choose></span></a></li>
      <li><a href="/imports/{@id}?outcome=unchanged#rows"><strong><xsl:value-of select="@rows-unchanged"/></strong><span>[[import.rows_unchanged]]</span></a></li>
      <li data-outcome="faulty" data-any="{@rows-faulty &gt; 0}"><a href="/imports/{@id}?outcome=faulty#rows"><strong><xsl:value-of select="@rows-faulty"/></strong><span>[[import.rows_faulty]]</span></a></li>
    </ul>
  </xsl:template>

  <!-- What is so, and the next step. -->
  <xsl:template match="import" mode="now">
    <div class="pk-next">
      <xsl:call-template name="failure"/>
      <xsl:choose>
        <xsl:when test="@phase = 'checking' or @phase = 'applying' or @phase = 'undoing'"><xsl:call-template name="under-way"/></xsl:when>
        <xsl:when test="@phase = 'unreadable'">
          <div class="ds-alert" data-color="danger" role="status">
            <h2 class="ds-heading">[[import.unreadable]]</h2>
            <p><xsl:if test="@error-row">[[import.unreadable_row]]<xsl:if test="@error-column">, [[import.unreadable_column]]</xsl:if>: </xsl:if><xsl:value-of select="pk:label('error.', @error)"/></p>
          </div>
          <p><xsl:call-template name="again"/></p>
        </xsl:when>
        <xsl:when test="@phase = 'matching'">
          <p>[[import.matching]]</p>
          <p><a class="ds-button" href="/imports/{@id}/columns">[[import.matching_action]]</a></p>
        </xsl:when>
        <xsl:when test="@phase = 'faulty'">
          <p>[[import.has_faults]]</p>
          <p class="pk-buttons">
            <xsl:if test="not(contains(/page/@query, 'outcome=faulty'))"><a class="ds-button" href="/imports/{@id}?outcome=faulty#rows">[[import.show_faulty]]</a></xsl:if>
            <xsl:call-template name="again"/>
          </p>
        </xsl:when>
        <xsl:when test="@phase = 'checked'">
          <p>[[import.ready]]<xsl:if test="@invite = 1"><xsl:text> </xsl:text>[[import.invite]]</xsl:if></p>
          <xsl:call-template name="act"><xsl:with-param name="act" select="'apply'"/></xsl:call-template>
        </xsl:when>
        <xsl:when test="@phase = 'unchanged'"><p>[[import.nothing_new]]</p></xsl:when>
        <xsl:when test="@phase = 'applied'">
          <p>[[import.applied]]</p>
          <p class="pk-buttons">
            <xsl:if test="@activity"><a class="ds-button" href="/activities/{@activity}/students">[[import.students]]</a></xsl:if>
            <xsl:if test="@exam"><a class="ds-button" href="/exams/{@exam}/grade">[[import.papers]]</a></xsl:if>
            <a class="ds-button" data-variant="secondary" href="/imports/{@id}/undo">[[import.undo]]</a>
          </p>
        </xsl:when>
        <xsl:when test="@phase = 'undone'"><p>[[import.undone]]</p></xsl:when>
        <xsl:otherwise>
          <p><xsl:choose><xsl:when test="@phase = 'cancelled'">[[import.cancelled]]</xsl:when><xsl:otherwise>[[import.failed]]</xsl:otherwise></xsl:choose></p>
          <xsl:call-template name="act"><xsl:with-param name="act" select="'check'"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- Why the latest job came to nothing. -->
  <xsl:template name="failure">
    <xsl:if test="/page/job/@state = 'failed'">
      <div class="ds-alert" data-color="warning" role="status">
        <xsl:choose>
          <xsl:when test="@rows-hindered &gt; 0">
            <p>[[import.hindered]]</p>
            <p><a class="ds-link" href="/imports/{@id}?outcome=hindered#rows">[[import.show_hindered]]</a></p>
          </xsl:when>
          <xsl:otherwise><p><xsl:value-of select="pk:label('error.', /page/job/@error)"/></p></xsl:otherwise>
        </xsl:choose>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template name="under-way">
    <p role="status">
      <xsl:choose>
        <xsl:when test="/page/job/@cancel-wanted = 1">[[import.cancelling]]</xsl:when>
        <xsl:when test="@phase = 'checking'">[[import.checking]]</xsl:when>
        <xsl:when test="@phase = 'applying'">[[import.applying]]</xsl:when>
        <xsl:otherwise>[[import.undoing]]</xsl:otherwise>
      </xsl:choose>
    </p>
    <xsl:choose>
      <xsl:when test="/page/job/@percent">
        <p class="pk-progress"><progress max="100" value="{/page/job/@percent}" aria-label="{pk:label('import.progress_name')}"></progress><xsl:text> </xsl:text><xsl:for-each select="/page">[[import.progress]]</xsl:for-each></p>
      </xsl:when>
      <xsl:otherwise><p class="pk-progress"><progress aria-label="{pk:label('import.progress_name')}"></progress><xsl:text> </xsl:text>[[import.waiting]]</p></xsl:otherwise>
    </xsl:choose>
    <p class="pk-quiet">[[import.leave]]<xsl:text> </xsl:text><a class="ds-link" href="/imports/{@id}">[[import.reload]]</a></p>
    <xsl:if test="not(/page/job/@cancel-wanted = 1)">
      <xsl:call-template name="act"><xsl:with-param name="act" select="'cancel'"/></xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="again">
    <xsl:choose>
      <xsl:when test="@activity"><a class="ds-button" data-variant="secondary" href="/imports/new?kind={@kind}&amp;activity={@activity}">[[import.upload_again]]</a></xsl:when>
      <xsl:when test="@exam"><a class="ds-button" data-variant="secondary" href="/imports/new?kind={@kind}&amp;exam={@exam}">[[import.upload_again]]</a></xsl:when>
      <xsl:when test="@site-id"><a class="ds-button" data-variant="secondary" href="/imports/new?kind={@kind}&amp;site={@site-id}">[[import.upload_again]]</a></xsl:when>
      <xsl:otherwise><a class="ds-button" data-variant="secondary" href="/imports/new?kind={@kind}&amp;institution={@institution-id}">[[import.upload_again]]</a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One button of the page's form. -->
  <xsl:template name="act">
    <xsl:param name="act"/>
    <form class="pk-form" method="post" action="/imports/{@id}">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="version" value="{/page/form/field[@name = 'version']/@value}"/>
      <input type="hidden" name="act" value="{$act}"/>
      <div class="pk-buttons">
        <xsl:choose>
          <xsl:when test="$act = 'apply'"><button class="ds-button" type="submit">[[import_rows#@rows-import]]</button></xsl:when>
          <xsl:when test="$act = 'cancel'"><button class="ds-button" data-variant="secondary" type="submit">[[import_do.cancel]]</button></xsl:when>
          <xsl:otherwise><button class="ds-button" type="submit">[[import_do.check]]</button></xsl:otherwise>
        </xsl:choose>
      </div>
    </form>
  </xsl:template>

  <xsl:template match="columns">
    <details class="pk-columns-used">
      <summary>[[import.columns_used]]</summary>
      <dl class="pk-facts"><xsl:apply-templates select="column" mode="used"/></dl>
      <p><a class="ds-link" href="/imports/{/page/import/@id}/columns">[[import.columns_change]]</a></p>
    </details>
  </xsl:template>
  <xsl:template match="column" mode="used">
    <div>
      <dt><xsl:value-of select="@head"/></dt>
      <dd>
        <xsl:choose>
          <xsl:when test="@field"><xsl:value-of select="pk:label('import_field.', /page/import/@kind, '.', @field)"/></xsl:when>
          <xsl:when test="@requirement-name"><xsl:value-of select="@requirement-name"/></xsl:when>
          <xsl:otherwise><span class="pk-quiet">[[import.column_unused]]</span></xsl:otherwise>
        </xsl:choose>
      </dd>
    </div>
  </xsl:template>

  <!-- The rows: what each would do, and what there is to say of it. -->
  <xsl:template match="rows" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'outcome'"/>
      <xsl:with-param name="values" select="'new changed unchanged faulty hindered'"/>
      <xsl:with-param name="prefix" select="'outcome.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="rows/column[@name = 'value' or @name = 'old_value' or @name = 'new_value']"/>
  <xsl:template match="row" mode="row">
    <tr>
      <td data-label="[[column.number]]" class="pk-number"><xsl:value-of select="@number"/></td>
      <th scope="row" data-label="[[column.title]]"><xsl:value-of select="@title"/></th>
      <td data-label="[[column.outcome]]"><span class="ds-tag pk-tag" data-outcome="{@outcome}">[[outcome.{@outcome}]]</span></td>
      <td data-label="[[column.column]]"><xsl:call-template name="row-column"/></td>
      <td data-label="[[column.error]]"><xsl:call-template name="row-note"/></td>
    </tr>
  </xsl:template>
  <xsl:template name="row-column">
    <xsl:choose>
      <xsl:when test="@column"><xsl:value-of select="@column"/></xsl:when>
      <xsl:when test="@note = 'change' and @subject"><xsl:value-of select="@subject"/></xsl:when>
      <xsl:when test="@field"><xsl:value-of select="pk:optional('import_field.', /page/import/@kind, '.', @field)"/></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="row-note">
    <xsl:choose>
      <xsl:when test="@error">
        <xsl:value-of select="pk:label('error.', @error)"/>
        <xsl:if test="@note = 'fault' and @value"><span class="pk-sub pk-value"><xsl:value-of select="@value"/></span></xsl:if>
      </xsl:when>
      <xsl:when test="@note = 'change'">
        <xsl:if test="@old-value"><del><xsl:call-template name="note-value"><xsl:with-param name="value" select="@old-value"/></xsl:call-template></del><span class="pk-change-arrow" aria-hidden="true"> → </span></xsl:if>
        <ins><xsl:call-template name="note-value"><xsl:with-param name="value" select="@new-value"/></xsl:call-template></ins>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <!-- As the history shows values: words of the program by their label, dates in the language's form. -->
  <xsl:template name="note-value" pk:plain="yes">
    <xsl:param name="value"/>
    <xsl:call-template name="history-value"><xsl:with-param name="value" select="$value"/></xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
