<?xml version="1.0" encoding="UTF-8"?>
<!-- Sharing an allocation, or what changed of it: what will happen, who is told, each site and student; then what was shared. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>
  <xsl:import href="../lib/placement.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'share'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="told/@students = 0">
        <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
        <xsl:apply-templates select="plan" mode="nothing"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="preview"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="shares[share]"/>
  </xsl:template>

  <xsl:template match="plan" mode="nothing">
    <div class="pk-empty" role="status">
      <xsl:choose>
        <xsl:when test="@shared-before = 1"><p>[[share.all_shared]]</p></xsl:when>
        <xsl:otherwise>
          <p>[[share.nobody_placed]]</p>
          <p><a class="ds-button" href="/activities/{../activity/@id}/board">[[allocation.part_board]]</a></p>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- What happens and to whom, in numbers; then the button; then everyone by name. -->
  <xsl:template name="preview">
    <section class="pk-section" aria-labelledby="what">
      <h2 class="ds-heading" id="what">
        <xsl:choose>
          <xsl:when test="plan/@shared-before = 1">[[share.what_changes]]</xsl:when>
          <xsl:otherwise>[[share.what_first]]</xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:apply-templates select="told"/>
      <xsl:apply-templates select="plan" mode="remarks"/>
      <xsl:choose>
        <xsl:when test="rights/@allocate-now = 1"><xsl:apply-templates select="form"/></xsl:when>
        <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[activity.is_cancelled]]</p></div></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:apply-templates select="sites[site]"/>
    <section class="pk-section" aria-labelledby="who">
      <h2 class="ds-heading" id="who">[[share.students]]</h2>
      <p class="pk-quiet">[[share.students_help]]</p>
      <xsl:apply-templates select="changes" mode="list"/>
    </section>
  </xsl:template>
  <xsl:template match="told">
    <dl class="pk-facts">
      <xsl:if test="@placed &gt; 0"><div><dt>[[share.placed]]</dt><dd><xsl:value-of select="@placed"/></dd></div></xsl:if>
      <xsl:if test="@moved &gt; 0"><div><dt>[[share.moved]]</dt><dd><xsl:value-of select="@moved"/></dd></div></xsl:if>
      <xsl:if test="@people &gt; 0"><div><dt>[[share.people]]</dt><dd><xsl:value-of select="@people"/></dd></div></xsl:if>
      <xsl:if test="@ended &gt; 0"><div><dt>[[share.ended]]</dt><dd><xsl:value-of select="@ended"/></dd></div></xsl:if>
      <div>
        <dt>[[share.told]]</dt>
        <dd><xsl:if test="@students &gt; @not-reached">[[share.told_students#@students - @not-reached]]<xsl:text>, </xsl:text></xsl:if>[[share.told_sites#@sites]]<xsl:if test="@supervisors &gt; 0"><xsl:text>, </xsl:text>[[share.told_supervisors#@supervisors]]</xsl:if><xsl:if test="@lecturers &gt; 0"><xsl:text>, </xsl:text>[[share.told_lecturers#@lecturers]]</xsl:if></dd>
      </div>
    </dl>
    <p class="pk-quiet">[[share.told_once]]</p>
  </xsl:template>
  <!-- What one would want to know before. -->
  <xsl:template match="plan" mode="remarks">
    <xsl:if test="@too-many &gt; 0 or @unplaced &gt; 0 or @no-supervisor &gt; 0 or ../told/@not-reached &gt; 0">
      <ul class="pk-todo">
        <xsl:if test="@too-many &gt; 0"><li><a href="/activities/{../activity/@id}/places"><span class="pk-todo-what">[[share.too_many#@too-many]]</span><span class="pk-todo-when"><span class="ds-tag pk-tag" data-color="danger">[[share.look]]</span></span></a></li></xsl:if>
        <xsl:if test="@unplaced &gt; 0"><li><a href="/activities/{../activity/@id}/board"><span class="pk-todo-what">[[share.unplaced#@unplaced]]</span><span class="pk-todo-when"><span class="ds-tag pk-tag" data-color="warning">[[share.remark]]</span></span></a></li></xsl:if>
        <xsl:if test="@no-supervisor &gt; 0"><li><a href="/activities/{../activity/@id}/supervisors"><span class="pk-todo-what">[[share.no_supervisor#@no-supervisor]]</span><span class="pk-todo-when"><span class="ds-tag pk-tag" data-color="neutral">[[share.remark]]</span></span></a></li></xsl:if>
        <xsl:if test="../told/@not-reached &gt; 0"><li><a href="/invitations"><span class="pk-todo-what">[[share.not_reached#../told/@not-reached]]</span><span class="pk-todo-when"><span class="ds-tag pk-tag" data-color="neutral">[[share.remark]]</span></span></a></li></xsl:if>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- The page always shows what there is to share now, and that is what its button shares. -->
  <xsl:template match="form" mode="fields"/>
  <xsl:template match="form/field[@type = 'version']"><input type="hidden" name="version" value="{/page/seen/@version}"/></xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">
      <xsl:choose>
        <xsl:when test="/page/plan/@shared-before = 1">[[submit.share_changes]]</xsl:when>
        <xsl:otherwise>[[submit.share]]</xsl:otherwise>
      </xsl:choose>
    </button>
  </xsl:template>

  <xsl:template match="sites">
    <section class="pk-section" aria-labelledby="sites">
      <h2 class="ds-heading" id="sites">[[share.sites]]</h2>
      <p class="pk-quiet">[[share.sites_help]]</p>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[share.sites]]</caption>
        <thead><tr><th scope="col">[[column.site]]</th><th scope="col" class="pk-number">[[share.come]]</th><th scope="col" class="pk-number">[[share.gone]]</th><th scope="col" class="pk-number">[[share.same]]</th><th scope="col" class="pk-number">[[share.site_people]]</th></tr></thead>
        <tbody><xsl:apply-templates select="site" mode="preview"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="site" mode="preview">
    <tr>
      <th scope="row" data-label="[[column.site]]"><a class="ds-link" href="/activities/{/page/activity/@id}/share?site={@id}#who"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[share.come]]" class="pk-number"><xsl:value-of select="@come"/></td>
      <td data-label="[[share.gone]]" class="pk-number"><xsl:value-of select="@gone"/></td>
      <td data-label="[[share.same]]" class="pk-number"><xsl:value-of select="@same"/></td>
      <td data-label="[[share.site_people]]" class="pk-number">
        <xsl:choose>
          <xsl:when test="@people &gt; 0"><xsl:value-of select="@people"/></xsl:when>
          <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[share.nobody]]</span></xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="changes" mode="filters">
    <xsl:call-template name="filter-rows">
      <xsl:with-param name="name" select="'site'"/>
      <xsl:with-param name="rows" select="/page/sites/site"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="values" select="'placed moved people ended'"/>
      <xsl:with-param name="prefix" select="'share_change.'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- What it was before stands below what it will be; the file has columns for it. -->
  <xsl:template match="changes/column[starts-with(@name, 'old_')]"/>
  <xsl:template match="changes/column[@name = 'class' and not(../change/@class)]"/>
  <xsl:template match="changes/column[@name = 'ends']"/>
  <xsl:template match="changes/column[@name = 'starts']"><th scope="col">[[column.period]]</th></xsl:template>
  <xsl:template match="change" mode="row">
    <tr>
      <th scope="row" data-label="[[column.student]]"><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@student"/></a><xsl:if test="@protected = 1"><span class="pk-sub">[[person.protected]]</span></xsl:if></th>
      <xsl:if test="../change/@class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <td data-label="[[column.kind]]"><span class="ds-tag pk-tag" data-change="{@kind}">[[share_change.{@kind}]]</span></td>
      <td data-label="[[column.site]]"><xsl:call-template name="was"><xsl:with-param name="now" select="@site"/><xsl:with-param name="before" select="@old-site"/></xsl:call-template></td>
      <td data-label="[[column.unit]]"><xsl:call-template name="was"><xsl:with-param name="now" select="@unit"/><xsl:with-param name="before" select="@old-unit"/></xsl:call-template></td>
      <td data-label="[[column.supervisor]]"><xsl:call-template name="was"><xsl:with-param name="now" select="@supervisor"/><xsl:with-param name="before" select="@old-supervisor"/></xsl:call-template></td>
      <td data-label="[[column.lecturer]]"><xsl:call-template name="was"><xsl:with-param name="now" select="@lecturer"/><xsl:with-param name="before" select="@old-lecturer"/></xsl:call-template></td>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
    </tr>
  </xsl:template>
  <xsl:template name="was">
    <xsl:param name="now"/>
    <xsl:param name="before"/>
    <xsl:value-of select="$now"/>
    <xsl:if test="$before and string($before) != string($now)"><del class="pk-sub"><xsl:value-of select="$before"/></del></xsl:if>
  </xsl:template>

  <xsl:template match="shares">
    <section class="pk-section" aria-labelledby="shares">
      <h2 class="ds-heading" id="shares">[[share.earlier]]</h2>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[share.earlier]]</caption>
        <thead><tr><th scope="col">[[share.what]]</th><th scope="col">[[share.when]]</th><th scope="col">[[share.by]]</th><th scope="col" class="pk-number">[[share_change.placed]]</th><th scope="col" class="pk-number">[[share_change.moved]]</th><th scope="col" class="pk-number">[[share.other]]</th><th scope="col" class="pk-number">[[share_change.ended]]</th></tr></thead>
        <tbody><xsl:apply-templates select="share"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="share">
    <tr>
      <th scope="row" data-label="[[share.what]]">[[event.{@event}]]</th>
      <td data-label="[[share.when]]"><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></td>
      <td data-label="[[share.by]]">
        <xsl:choose>
          <xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when>
          <xsl:when test="@withheld = 1">[[history.protected]]</xsl:when>
          <xsl:otherwise>[[history.system]]</xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-label="[[share_change.placed]]" class="pk-number"><xsl:value-of select="@placed"/></td>
      <td data-label="[[share_change.moved]]" class="pk-number"><xsl:value-of select="@moved"/></td>
      <td data-label="[[share.other]]" class="pk-number"><xsl:value-of select="@people"/></td>
      <td data-label="[[share_change.ended]]" class="pk-number"><xsl:value-of select="@ended"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
