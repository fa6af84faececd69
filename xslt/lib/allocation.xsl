<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of an activity's allocation share. Blocks: activity (fragment activity_head); rights: see-allocation, allocate. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- The activity's tabs, and below them the parts of its allocation for those who may see it. here: overview, students,
       wishes, board, places, proposals, supervisors or share. -->
  <xsl:template name="allocation-tabs">
    <xsl:param name="here"/>
    <xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'allocation'"/></xsl:call-template>
    <xsl:if test="rights/@see-allocation = 1">
      <nav class="pk-parts" aria-label="[[allocation.parts]]">
        <ul>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'overview'"/><xsl:with-param name="page" select="'allocation'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'students'"/><xsl:with-param name="page" select="'students'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'wishes'"/><xsl:with-param name="page" select="'wishes'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:if test="rights/@allocate = 1">
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'board'"/><xsl:with-param name="page" select="'board'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'places'"/><xsl:with-param name="page" select="'places'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'proposals'"/><xsl:with-param name="page" select="'proposals'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          <xsl:if test="rights/@allocate = 1">
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'supervisors'"/><xsl:with-param name="page" select="'supervisors'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
            <xsl:call-template name="allocation-part"><xsl:with-param name="part" select="'share'"/><xsl:with-param name="page" select="'share'"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
          </xsl:if>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template name="allocation-part">
    <xsl:param name="part"/>
    <xsl:param name="page"/>
    <xsl:param name="here"/>
    <li>
      <a href="/activities/{activity/@id}/{$page}">
        <xsl:if test="$part = $here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="pk:label('allocation.part_', $part)"/>
      </a>
    </li>
  </xsl:template>

  <!-- The way to a page below an activity's allocation. -->
  <xsl:template name="allocation-trail">
    <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
    <li><a class="ds-link" href="/activities/{activity/@id}"><xsl:value-of select="activity/@name"/></a></li>
    <li><a class="ds-link" href="/activities/{activity/@id}/allocation">[[activity.allocation]]</a></li>
  </xsl:template>
  <!-- How far the allocation is: block workbench (fragment allocation_workbench). Figures, each a way to its rows, and what to
       do next. -->
  <xsl:template match="workbench">
    <xsl:variable name="activity" select="concat('/activities/', ../activity/@id)"/>
    <xsl:variable name="rows">
      <xsl:choose>
        <xsl:when test="../rights/@allocate = 1">board</xsl:when>
        <xsl:otherwise>students</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <ul class="pk-counts pk-workbench" aria-label="{pk:label('workbench.counts')}">
      <li><a href="{$activity}/students"><strong><xsl:value-of select="@registered"/></strong><span>[[workbench.registered]]</span></a></li>
      <li><a href="{$activity}/wishes"><strong><xsl:value-of select="@wished"/></strong><span>[[workbench.wished]]</span></a></li>
      <li><a href="{$activity}/places"><strong><xsl:value-of select="@places"/></strong><span>[[workbench.places]]</span></a></li>
      <li><a href="{$activity}/{$rows}"><strong><xsl:value-of select="@placed"/></strong><span>[[workbench.placed]]</span></a></li>
      <xsl:if test="../rights/@allocate = 1">
        <li><a href="{$activity}/board?state=locked"><strong><xsl:value-of select="@locked"/></strong><span>[[workbench.locked]]</span></a></li>
        <li data-any="{@unplaced &gt; 0 and @placed &gt; 0}"><a href="{$activity}/board?state=unplaced"><strong><xsl:value-of select="@unplaced"/></strong><span>[[workbench.unplaced]]</span></a></li>
      </xsl:if>
      <xsl:if test="@too-many &gt; 0"><li data-any="true"><a href="{$activity}/places?state=too_many"><strong><xsl:value-of select="@too-many"/></strong><span>[[workbench.too_many]]</span></a></li></xsl:if>
      <xsl:if test="@parted &gt; 0"><li data-any="true"><a href="{$activity}/groups"><strong><xsl:value-of select="@parted"/></strong><span>[[workbench.parted]]</span></a></li></xsl:if>
      <xsl:if test="../rights/@allocate = 1 and @shares &gt; 0"><li><a href="{$activity}/board?state=changed"><strong><xsl:value-of select="@changes"/></strong><span>[[workbench.changes]]</span></a></li></xsl:if>
    </ul>
    <xsl:if test="../rights/@allocate = 1 and @next != 'over'">
      <ul class="pk-todo" data-now="">
        <li>
          <a>
            <xsl:attribute name="href"><xsl:value-of select="$activity"/><xsl:apply-templates select="@next" mode="step"/></xsl:attribute>
            <span class="pk-todo-what">[[workbench.next_{@next}]]</span>
            <span class="pk-todo-more">[[workbench.why_{@next}]]</span>
          </a>
        </li>
      </ul>
    </xsl:if>
  </xsl:template>
  <!-- Where the next step is taken. -->
  <xsl:template match="@next" mode="step">/board</xsl:template>
  <xsl:template match="@next[. = 'capacity']" mode="step">/sites</xsl:template>
  <xsl:template match="@next[. = 'register']" mode="step">/students</xsl:template>
  <xsl:template match="@next[. = 'wishes_coming' or . = 'wishes_open']" mode="step">/wishes</xsl:template>
  <xsl:template match="@next[. = 'too_many']" mode="step">/places?state=too_many</xsl:template>
  <xsl:template match="@next[. = 'propose']" mode="step">/proposals</xsl:template>
  <xsl:template match="@next[. = 'unplaced']" mode="step">/board?state=unplaced</xsl:template>
  <xsl:template match="@next[. = 'share' or . = 'share_changes']" mode="step">/share</xsl:template>
  <xsl:template match="@next[. = 'shared']" mode="step">/places</xsl:template>

  <!-- The same in one line, above rows that change it; the board is who allocates's. -->
  <xsl:template match="workbench" mode="line">
    <xsl:variable name="activity" select="concat('/activities/', ../activity/@id)"/>
    <xsl:variable name="allocates" select="../rights/@allocate = 1"/>
    <p class="pk-board-line" role="status">
      <strong>[[workbench.line]]</strong>
      <xsl:if test="@unplaced &gt; 0 and $allocates"><xsl:text> · </xsl:text><a class="ds-link" href="{$activity}/board?state=unplaced">[[workbench.line_unplaced#@unplaced]]</a></xsl:if>
      <xsl:if test="@unplaced &gt; 0 and not($allocates)"><xsl:text> · </xsl:text><a class="ds-link" href="{$activity}/students?placed=unplaced">[[workbench.line_unplaced#@unplaced]]</a></xsl:if>
      <xsl:if test="@too-many &gt; 0"><xsl:text> · </xsl:text><a class="ds-link pk-late"><xsl:attribute name="href"><xsl:value-of select="$activity"/><xsl:choose><xsl:when test="$allocates">/board</xsl:when><xsl:otherwise>/places</xsl:otherwise></xsl:choose>?state=too_many</xsl:attribute>[[workbench.line_too_many#@too-many]]</a></xsl:if>
      <xsl:if test="@changes &gt; 0 and $allocates"><xsl:text> · </xsl:text><a class="ds-link" href="{$activity}/board?state=changed">[[workbench.line_changes#@changes]]</a></xsl:if>
      <xsl:if test="@changes &gt; 0 and not($allocates)"><xsl:text> · </xsl:text>[[workbench.line_changes#@changes]]</xsl:if>
    </p>
  </xsl:template>

  <!-- Which wish a student got, on an element with @unit-id, @rank, @wishes-at. -->
  <xsl:template match="*" mode="rank"/>
  <xsl:template match="*[@unit-id]" mode="rank"><span class="pk-quiet">[[rank.none]]</span></xsl:template>
  <xsl:template match="*[@unit-id and @wishes-at]" mode="rank"><span class="ds-tag pk-tag" data-color="warning">[[rank.unwished]]</span></xsl:template>
  <xsl:template match="*[@unit-id and @rank]" mode="rank"><span class="ds-tag pk-tag" data-color="neutral">[[rank.wish]]</span></xsl:template>
  <xsl:template match="*[@unit-id and @rank = 1]" mode="rank"><span class="ds-tag pk-tag" data-color="success">[[rank.wish]]</span></xsl:template>

  <!-- A unit with its site and what remains of its places, in a choice. -->
  <xsl:template match="unit" mode="left"><xsl:value-of select="@both-names"/> (<xsl:choose>
    <xsl:when test="@remaining &gt; 0">[[place.free#@remaining]]</xsl:when>
    <xsl:when test="@remaining &lt; 0">[[place.too_many]]</xsl:when>
    <xsl:otherwise>[[place.full]]</xsl:otherwise>
  </xsl:choose>)</xsl:template>

  <!-- Words of obstacles ("earlier reach"), each with the way to its cause. Needs: registration, activity, unit. -->
  <xsl:template name="obstacles">
    <xsl:param name="words"/>
    <xsl:param name="registration"/>
    <xsl:param name="activity"/>
    <xsl:param name="unit"/>
    <xsl:variable name="word" select="substring-before(concat($words, ' '), ' ')"/>
    <xsl:if test="$word != ''">
      <a class="ds-tag pk-tag pk-obstacle" data-color="danger">
        <xsl:attribute name="href">
          <xsl:choose>
            <xsl:when test="$word = 'class'">/activities/<xsl:value-of select="$activity"/>/units</xsl:when>
            <xsl:when test="$word = 'requirement'">/units/<xsl:value-of select="$unit"/></xsl:when>
            <xsl:when test="$word = 'earlier' or $word = 'travel'">/activities/<xsl:value-of select="$activity"/>/wishes/edit</xsl:when>
            <xsl:when test="$word = 'busy'">/registrations/<xsl:value-of select="$registration"/></xsl:when>
            <xsl:otherwise>/registrations/<xsl:value-of select="$registration"/>/needs</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:value-of select="pk:label('obstacle.', $word)"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:call-template name="obstacles">
        <xsl:with-param name="words" select="substring-after($words, ' ')"/>
        <xsl:with-param name="registration" select="$registration"/>
        <xsl:with-param name="activity" select="$activity"/>
        <xsl:with-param name="unit" select="$unit"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
