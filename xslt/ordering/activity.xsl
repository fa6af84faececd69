<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity: what it is, how far its places have come, who has not answered. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'details'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit-now = 1">
      <xsl:if test="activity/@status != 'completed'"><a class="ds-button" href="/activities/{activity/@id}/order">[[activity.order]]</a></xsl:if>
      <a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/edit">[[word.edit]]</a>
    </xsl:if>
    <xsl:if test="rights/@copy = 1"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/copy">[[activity.copy_short]]</a></xsl:if>
    <xsl:if test="rights/@edit-now = 1 and activity/@status != 'completed'"><a class="ds-button" data-variant="tertiary" data-color="danger" href="/activities/{activity/@id}/cancel">[[activity.cancel_short]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="activity/@cancelled-at">
      <div class="ds-alert" data-color="warning"><p>[[activity.is_cancelled]]</p><xsl:apply-templates select="activity" mode="reason"/></div>
    </xsl:if>
    <xsl:if test="activity/@inside = 1"><xsl:apply-templates select="activity" mode="progress"/></xsl:if>
    <xsl:apply-templates select="own"/>
    <section class="pk-section" aria-labelledby="details">
      <div class="pk-section-head"><h2 class="ds-heading" id="details">[[activity.details]]</h2></div>
      <xsl:apply-templates select="activity" mode="facts"/>
      <xsl:apply-templates select="activity" mode="details"/>
    </section>
    <section class="pk-section" aria-labelledby="requirements">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="requirements">[[activity.requirements]]</h2>
        <xsl:if test="rights/@edit-now = 1"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/requirements">[[activity.requirements_edit]]</a></xsl:if>
      </div>
      <xsl:choose>
        <xsl:when test="requirements/requirement"><xsl:apply-templates select="requirements" mode="plain"/></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[activity.no_requirements]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section class="pk-section" aria-labelledby="classes">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="classes">[[activity.classes]]</h2>
        <xsl:if test="rights/@edit-now = 1 and activity/@status != 'completed'"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/classes/new">[[class.new]]</a></xsl:if>
      </div>
      <xsl:choose>
        <xsl:when test="classes/class"><xsl:apply-templates select="classes"/></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[activity.no_classes]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="activity" mode="reason"><xsl:call-template name="lines"><xsl:with-param name="text" select="@cancel-reason"/></xsl:call-template></xsl:template>
  <xsl:template match="activity" mode="details"><xsl:call-template name="lines"><xsl:with-param name="text" select="@details"/></xsl:call-template></xsl:template>

  <!-- The institution's numbers, and what there is to do about them. -->
  <xsl:template match="activity" mode="progress">
    <section class="pk-section" aria-labelledby="funnel">
      <h2 class="ds-heading" id="funnel">[[funnel.title]]</h2>
      <xsl:call-template name="funnel">
        <xsl:with-param name="wanted" select="@places-wanted"/>
        <xsl:with-param name="ordered" select="@places-ordered"/>
        <xsl:with-param name="answered" select="@places-answered"/>
        <xsl:with-param name="confirmed" select="@places-confirmed"/>
      </xsl:call-template>
      <xsl:if test="@orders-draft &gt; 0 and ../rights/@edit-now = 1">
        <ul class="pk-todo" data-now="">
          <li><a href="/activities/{@id}/send"><span class="pk-todo-what">[[activity.send_drafts#@orders-draft]]</span><span class="pk-todo-more">[[activity.send_drafts_help]]</span></a></li>
        </ul>
      </xsl:if>
      <xsl:if test="../waiting/order">
        <div class="pk-section-head">
          <h3 class="ds-heading">[[activity.waiting#@orders-unanswered]]</h3>
          <a class="ds-link" href="/activities/{@id}/sites?state=sent">[[activity.who_has_not_answered]]</a>
        </div>
        <ul class="pk-todo"><xsl:apply-templates select="../waiting/order" mode="waiting"/></ul>
      </xsl:if>
      <xsl:if test="@orders = 0 and @orders-draft = 0">
        <div class="pk-empty"><p>[[activity.no_orders]]</p><xsl:if test="../rights/@edit-now = 1"><p><a class="ds-button" href="/activities/{@id}/order">[[activity.order]]</a></p></xsl:if></div>
      </xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="order" mode="waiting">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@site-name"/></span>
        <span class="pk-todo-more">[[word.places#@places]]</span>
        <xsl:choose>
          <xsl:when test="@overdue = 1"><span class="pk-todo-when pk-late">[[order.days_late#@days-late]]</span></xsl:when>
          <xsl:otherwise><span class="pk-todo-when">[[order.due]]</span></xsl:otherwise>
        </xsl:choose>
      </a>
    </li>
  </xsl:template>

  <!-- A site's own orders: each is answered by itself. -->
  <xsl:template match="own[order]">
    <section class="pk-section" aria-labelledby="own">
      <h2 class="ds-heading" id="own">[[activity.own_orders]]</h2>
      <ul class="pk-todo"><xsl:apply-templates select="order" mode="own"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="own"/>
  <xsl:template match="order" mode="own">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@site-name"/></span>
        <xsl:choose>
          <xsl:when test="@places-confirmed"><span class="pk-todo-more">[[order.confirmed_of]]</span></xsl:when>
          <xsl:otherwise><span class="pk-todo-more">[[word.places#@places]]</span></xsl:otherwise>
        </xsl:choose>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="order[@state = 'sent']" mode="own">
    <li>
      <a href="/orders/{@id}/answer">
        <span class="pk-todo-what">[[order.answer_places#@places]]</span>
        <span class="pk-todo-more"><xsl:value-of select="@site-name"/></span>
        <span class="pk-todo-when"><xsl:apply-templates select="." mode="due"/></span>
      </a>
    </li>
  </xsl:template>

  <xsl:template match="activity" mode="facts">
    <dl class="pk-facts">
      <xsl:if test="@places-wanted"><div><dt>[[column.places_wanted]]</dt><dd><xsl:value-of select="@places-wanted"/></dd></div></xsl:if>
      <div><dt>[[column.programme]]</dt><dd><xsl:value-of select="@programme-name"/></dd></div>
      <div><dt>[[column.course]]</dt><dd><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/></dd></div>
      <div><dt>[[activity.instance]]</dt><dd><xsl:value-of select="@instance-code"/></dd></div>
      <div><dt>[[column.term]]</dt><dd><xsl:call-template name="term"/></dd></div>
      <div><dt>[[activity.contact]]</dt><dd><xsl:if test="@institution-email"><a class="ds-link" href="mailto:{@institution-email}"><xsl:value-of select="@institution-email"/></a><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@institution-phone"/></dd></div>
      <xsl:if test="../source"><div><dt>[[activity.copied_from]]</dt><dd><a class="ds-link" href="/activities/{../source/@id}"><xsl:value-of select="../source/@name"/></a></dd></div></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="classes">
    <table class="ds-table pk-table">
      <thead>
        <tr>
          <th scope="col">[[column.class]]</th>
          <th scope="col">[[column.period]]</th>
          <xsl:if test="../activity/@inside = 1"><th scope="col" class="pk-number">[[column.places_wanted]]</th></xsl:if>
          <xsl:if test="../rights/@edit-now = 1"><th scope="col"><span class="ds-sr-only">[[word.edit]]</span></th></xsl:if>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="class"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="class">
    <tr>
      <th scope="row" data-label="[[column.class]]"><xsl:value-of select="@letter"/></th>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
      <xsl:if test="@places-wanted"><td data-label="[[column.places_wanted]]" class="pk-number"><xsl:value-of select="@places-wanted"/></td></xsl:if>
      <xsl:if test="/page/rights/@edit-now = 1">
        <td>
          <span class="pk-buttons"><a class="ds-link" href="/classes/{@id}/edit">[[class.edit_one]]</a><a class="ds-link" href="/classes/{@id}/remove">[[class.remove_one]]</a></span>
        </td>
      </xsl:if>
    </tr>
  </xsl:template>
</xsl:stylesheet>
