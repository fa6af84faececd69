<?xml version="1.0" encoding="UTF-8"?>
<!-- One's own notices. Reading changes something, so it is a button's: opening an unread one sends the form, and what has
     been read is a plain link. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/notice.xsl"/>

  <xsl:template match="page" mode="title">[[notices.title]]</xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead">
      <xsl:choose>
        <xsl:when test="count/@unread &gt; 0">[[notices.unread#count/@unread]]</xsl:when>
        <xsl:otherwise>[[notices.all_read]]</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <form class="pk-marks" id="marks" method="post" action="{form/@action}">
      <input type="hidden" name="token" value="{form/@token}"/>
      <input type="hidden" name="until" value="{count/@newest}"/>
      <xsl:if test="count/@unread &gt; 0"><button class="ds-button" data-variant="secondary" type="submit" name="all" value="1">[[notices.read_all]]</button></xsl:if>
    </form>
    <a class="ds-button" data-variant="tertiary" href="/profile/notices">[[choices.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:if test="viewer/@unanswered &gt; 0 or waits/@late &gt; 0 or waits/@drafts &gt; 0 or waits/@imports &gt; 0 or waits/@invitations &gt; 0">
      <section class="pk-section" aria-labelledby="waits">
        <h2 class="ds-heading" id="waits">[[notices.waits]]</h2>
        <ul class="pk-todo" data-now=""><xsl:apply-templates select="waits"/></ul>
      </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="happened">
      <h2 class="ds-heading" id="happened">[[notices.happened]]</h2>
      <xsl:apply-templates select="notices" mode="list"/>
    </section>
  </xsl:template>

  <xsl:template match="waits">
    <xsl:if test="../viewer/@unanswered &gt; 0"><li><a href="/orders?state=sent&amp;sort=due_on"><span class="pk-todo-what">[[waits.unanswered#../viewer/@unanswered]]</span></a></li></xsl:if>
    <xsl:if test="@late &gt; 0"><li><a href="/orders?state=overdue&amp;sort=due_on"><span class="pk-todo-what">[[waits.late#@late]]</span></a></li></xsl:if>
    <xsl:if test="@drafts &gt; 0"><li><a href="/orders?state=draft"><span class="pk-todo-what">[[waits.drafts#@drafts]]</span></a></li></xsl:if>
    <xsl:if test="@imports &gt; 0"><li><a href="/imports"><span class="pk-todo-what">[[waits.imports#@imports]]</span></a></li></xsl:if>
    <xsl:if test="@invitations &gt; 0"><li><a href="/invitations"><span class="pk-todo-what">[[waits.invitations#@invitations]]</span></a></li></xsl:if>
  </xsl:template>

  <xsl:template match="notices" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'topic'"/>
      <xsl:with-param name="values" select="'orders reminders roles allocation exams assessments imports account'"/>
      <xsl:with-param name="prefix" select="'topic.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'unread read'"/>
      <xsl:with-param name="prefix" select="'state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="notices" mode="empty"><p>[[notices.empty]]</p></xsl:template>
  <!-- They stand below what happened; the file has them apart. -->
  <xsl:template match="notices/column[@name = 'activity' or @name = 'party' or @name = 'topic']"/>

  <xsl:template match="notice" mode="row">
    <tr data-unread="">
      <th scope="row" data-label="[[column.notice]]">
        <xsl:choose>
          <xsl:when test="@address"><button class="pk-open" type="submit" form="marks" name="open" value="{@id}"><xsl:apply-templates select="." mode="words"/></button></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="words"/></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="." mode="more"/>
      </th>
      <xsl:apply-templates select="." mode="cells"/>
      <td data-label="[[column.read_at]]"><button class="ds-button pk-small" data-variant="secondary" type="submit" form="marks" name="read" value="{@id}">[[notices.mark_read]]<span class="ds-sr-only">: <xsl:apply-templates select="." mode="words"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="about"/></span></button></td>
    </tr>
  </xsl:template>
  <xsl:template match="notice[@read-at]" mode="row">
    <tr>
      <th scope="row" data-label="[[column.notice]]">
        <xsl:choose>
          <xsl:when test="@address"><a class="ds-link" href="{@address}"><xsl:apply-templates select="." mode="words"/></a></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="words"/></xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="." mode="more"/>
      </th>
      <xsl:apply-templates select="." mode="cells"/>
      <td data-label="[[column.read_at]]" class="pk-nowrap"><time datetime="{@read-at}"><xsl:value-of select="@read-at-text"/></time></td>
    </tr>
  </xsl:template>

  <xsl:template match="notice" mode="words">[[notice.{@notice}]]</xsl:template>
  <xsl:template match="notice" mode="more">
    <span class="pk-sub"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="about"/></span>
  </xsl:template>
  <xsl:template match="notice[not(@address)]" mode="more">
    <span class="pk-sub"><xsl:text> </xsl:text>[[notices.no_longer]]</span>
  </xsl:template>
  <xsl:template match="notice" mode="cells">
    <td data-label="[[column.created_at]]" class="pk-nowrap"><time datetime="{@created-at}"><xsl:value-of select="@created-at-text"/></time></td>
    <td data-label="[[column.by_whom]]"><xsl:choose><xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when><xsl:when test="@withheld = 1">[[history.protected]]</xsl:when><xsl:otherwise>[[history.system]]</xsl:otherwise></xsl:choose></td>
  </xsl:template>
</xsl:stylesheet>
