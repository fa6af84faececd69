<?xml version="1.0" encoding="UTF-8"?>
<!-- Why a student has this place, and why not each one they would rather have. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:key name="lack" match="lacks/requirement" use="@wish"/>
  <xsl:key name="holder" match="holders/holder" use="@wish"/>
  <xsl:key name="step" match="steps/step" use="@wish"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="student/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="proposal-trail-own"/>
    <li><a class="ds-link" href="/proposals/{proposal/@id}/students">[[proposal_students.title]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead">
      <xsl:apply-templates select="proposal" mode="tag"/><xsl:text> </xsl:text>
      <xsl:for-each select="student">
        <xsl:choose>
          <xsl:when test="@unit"><span><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a>, <xsl:value-of select="@site"/></span></xsl:when>
          <xsl:otherwise><span class="ds-tag pk-tag" data-color="danger">[[proposal.no_place]]</span></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@km"><xsl:text> · </xsl:text>[[explain.km]]</xsl:if>
      </xsl:for-each>
    </p>
  </xsl:template>
  <xsl:template match="page" mode="actions"><a class="ds-button" data-variant="secondary" href="/registrations/{student/@id}">[[explain.registration]]</a></xsl:template>

  <xsl:template match="page" mode="content">
    <section class="pk-section" aria-labelledby="why">
      <h2 class="ds-heading" id="why"><xsl:choose><xsl:when test="student/@unit">[[explain.why]]</xsl:when><xsl:otherwise>[[explain.why_none]]</xsl:otherwise></xsl:choose></h2>
      <xsl:apply-templates select="student" mode="why"/>
      <xsl:if test="group/member"><p class="pk-prose">[[explain.group]]</p><ul class="pk-names"><xsl:apply-templates select="group/member"/></ul></xsl:if>
      <xsl:apply-templates select="student" mode="facts"/>
    </section>
    <xsl:if test="wishes/wish">
      <section class="pk-section" aria-labelledby="wishes">
        <h2 class="ds-heading" id="wishes">[[explain.wishes]]</h2>
        <ol class="pk-explained"><xsl:apply-templates select="wishes/wish"/></ol>
      </section>
    </xsl:if>
    <xsl:apply-templates select="neighbours"/>
  </xsl:template>

  <!-- One sentence: what decided. -->
  <xsl:template match="student" mode="why">
    <p class="pk-prose">
      <xsl:choose>
        <xsl:when test="@locked = 1">[[explain.locked]]</xsl:when>
        <xsl:when test="@wish = 1">[[explain.first]]</xsl:when>
        <xsl:when test="@wish">[[explain.wish]]</xsl:when>
        <xsl:when test="@unit and @wishes = 0">[[explain.unsaid]]</xsl:when>
        <xsl:when test="@unit">[[explain.unlisted]]</xsl:when>
        <xsl:when test="@units = 0">[[explain.nowhere]]</xsl:when>
        <xsl:when test="/page/shortage"><xsl:for-each select="/page/shortage"><xsl:call-template name="shortage-words"/></xsl:for-each><xsl:text> </xsl:text><a class="ds-link" href="/proposals/{/page/proposal/@id}#shortages">[[explain.shortage]]</a></xsl:when>
        <xsl:otherwise>[[explain.unplaced]]</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
  <xsl:template match="student" mode="facts">
    <dl class="pk-facts">
      <xsl:if test="@class"><div><dt>[[column.class]]</dt><dd><xsl:value-of select="@class"/></dd></div></xsl:if>
      <div><dt>[[explain.open]]</dt><dd>[[explain.open_units#@units]]</dd></div>
      <xsl:if test="@home"><div><dt>[[explain.home]]</dt><dd><xsl:value-of select="@home"/><xsl:choose><xsl:when test="@car = 1"><span class="pk-sub">[[explain.car]]</span></xsl:when><xsl:otherwise><span class="pk-sub">[[explain.no_car]]</span></xsl:otherwise></xsl:choose></dd></div></xsl:if>
      <xsl:if test="@moved = 1"><div><dt>[[explain.now]]</dt><dd><xsl:choose><xsl:when test="@old-unit"><xsl:value-of select="@old-unit"/><span class="pk-sub"><xsl:value-of select="@old-site"/></span></xsl:when><xsl:otherwise>[[explain.not_put]]</xsl:otherwise></xsl:choose></dd></div></xsl:if>
      <xsl:if test="@shared-unit"><div><dt>[[explain.shared]]</dt><dd><xsl:value-of select="@shared-unit"/></dd></div></xsl:if>
    </dl>
    <xsl:if test="@changed = 1 or @state != 'registered'"><div class="ds-alert" data-color="warning"><p>[[explain.changed]]</p></div></xsl:if>
  </xsl:template>
  <xsl:template match="member">
    <li><a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@id}"><xsl:value-of select="@name"/></a><xsl:if test="@unit"><xsl:text> – </xsl:text><xsl:value-of select="@unit"/></xsl:if></li>
  </xsl:template>

  <!-- A wish: its unit, what became of it, and why. -->
  <xsl:template match="wish">
    <li value="{@number}" data-why="{@why}">
      <p class="pk-explained-unit"><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a><xsl:text> </xsl:text><span class="pk-quiet"><xsl:value-of select="@site"/></span><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-why="{@why}">[[wish_why.{@why}]]</span></p>
      <xsl:apply-templates select="." mode="reason"/>
    </li>
  </xsl:template>
  <xsl:template match="wish" mode="reason"/>
  <xsl:template match="wish[@why = 'locked' or @why = 'no_places' or @why = 'group']" mode="reason"><p>[[wish_reason.{@why}]]</p></xsl:template>
  <xsl:template match="wish[@why = 'excluded']" mode="reason">
    <p><xsl:call-template name="obstacles"/></p>
    <xsl:if test="key('lack', @number)"><p class="pk-quiet">[[explain.lacks]]<xsl:text> </xsl:text><xsl:for-each select="key('lack', @number)"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@name"/></xsl:for-each></p></xsl:if>
  </xsl:template>
  <xsl:template match="wish[@why = 'free']" mode="reason">
    <p><xsl:choose><xsl:when test="@even = 1">[[explain.even]]</xsl:when><xsl:when test="@changes &gt; 0">[[explain.free_changes#@changes]]</xsl:when><xsl:otherwise>[[explain.free]]</xsl:otherwise></xsl:choose></p>
  </xsl:template>
  <xsl:template match="wish[@why = 'full']" mode="reason">
    <p>[[explain.full#@places]]</p>
    <ul class="pk-names"><xsl:apply-templates select="key('holder', @number)"/></ul>
    <p>
      <xsl:choose>
        <xsl:when test="@even = 1">[[explain.full_even]]</xsl:when>
        <xsl:when test="@unplaced &gt; 0">[[explain.full_unplaced#@unplaced]]</xsl:when>
        <xsl:otherwise>[[explain.full_cost#@others]]</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@lose &gt; 0"><xsl:text> </xsl:text>[[explain.lose#@lose]]</xsl:if>
      <xsl:if test="@rank-down &gt; 0"><xsl:text> </xsl:text>[[explain.rank_down#@rank-down]]</xsl:if>
      <xsl:if test="@rank-up &gt; 0"><xsl:text> </xsl:text>[[explain.rank_up#@rank-up]]</xsl:if>
      <xsl:if test="@changes &gt; 0"><xsl:text> </xsl:text>[[explain.more_changes#@changes]]</xsl:if>
      <xsl:if test="@km &gt; 0"><xsl:text> </xsl:text>[[explain.more_km]]</xsl:if>
    </p>
    <details>
      <summary>[[explain.chain]]</summary>
      <ol class="pk-chain"><xsl:apply-templates select="key('step', @number)"/></ol>
    </details>
  </xsl:template>
  <xsl:template match="holder">
    <li>
      <a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@id}"><xsl:value-of select="@name"/></a>
      <span class="pk-quiet"><xsl:text> – </xsl:text><xsl:choose><xsl:when test="@locked = 1">[[explain.holder_locked]]</xsl:when><xsl:when test="@own-wish">[[explain.holder_wish]]</xsl:when><xsl:otherwise>[[explain.holder_other]]</xsl:otherwise></xsl:choose></span>
    </li>
  </xsl:template>
  <xsl:template match="step">
    <li>
      <a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@id}"><xsl:value-of select="@name"/></a><xsl:text>: </xsl:text>
      <xsl:choose><xsl:when test="@old-unit"><xsl:value-of select="@old-unit"/></xsl:when><xsl:otherwise>[[proposal.no_place]]</xsl:otherwise></xsl:choose>
      <xsl:if test="@old-wish"><xsl:text> </xsl:text><span class="pk-quiet">[[explain.old_wish]]</span></xsl:if>
      <span class="pk-change-arrow" aria-hidden="true"> → </span><span class="ds-sr-only">[[explain.to]]</span>
      <xsl:choose><xsl:when test="@new-unit"><xsl:value-of select="@new-unit"/></xsl:when><xsl:otherwise>[[proposal.no_place]]</xsl:otherwise></xsl:choose>
      <xsl:if test="@new-wish"><xsl:text> </xsl:text><span class="pk-quiet">[[explain.new_wish]]</span></xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="neighbours">
    <nav class="pk-pager" aria-label="[[explain.neighbours]]">
      <ul>
        <xsl:if test="@previous"><li><a class="ds-button" data-variant="tertiary" rel="prev" href="/proposals/{/page/proposal/@id}/students/{@previous}">[[explain.previous]]</a></li></xsl:if>
        <xsl:if test="@following"><li><a class="ds-button" data-variant="tertiary" rel="next" href="/proposals/{/page/proposal/@id}/students/{@following}">[[explain.following]]</a></li></xsl:if>
      </ul>
    </nav>
  </xsl:template>
</xsl:stylesheet>
