<?xml version="1.0" encoding="UTF-8"?>
<!-- A partner: what it may, its keys, what it sent. A key that was just made is shown here, to who made it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="partner/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/partners">[[nav.partners]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead"><span class="ds-tag pk-tag" data-partner="{partner/@state}">[[partner_state.{partner/@state}]]</span><xsl:text> </xsl:text><xsl:value-of select="partner/@organisation"/></p>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit-now = 1">
      <a class="ds-button" href="/partners/{partner/@id}/keys/new">[[key.new]]</a>
      <a class="ds-button" data-variant="secondary" href="/partners/{partner/@id}/edit">[[word.edit]]</a>
      <a class="ds-button" data-variant="tertiary" data-color="danger" href="/partners/{partner/@id}/end">[[partner.end]]</a>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="link"/>
    <xsl:apply-templates select="partner" mode="facts"/>
    <div class="pk-columns">
      <section class="pk-section" aria-labelledby="reads">
        <h2 class="ds-heading" id="reads">[[partner.reads]]</h2>
        <ul class="ds-list"><xsl:apply-templates select="words/word[@kind = 'reads' and @has = 1]"/></ul>
        <xsl:if test="not(words/word[@kind = 'reads' and @has = 1])"><p class="pk-quiet">[[partner.reads_nothing]]</p></xsl:if>
        <p><a class="ds-link" href="/developers">[[developers.title]]</a></p>
      </section>
      <xsl:if test="words/word[@kind = 'sends' and @has = 1]">
        <section class="pk-section" aria-labelledby="sends">
          <h2 class="ds-heading" id="sends">[[partner.sends]]</h2>
          <ul class="ds-list"><xsl:apply-templates select="words/word[@kind = 'sends' and @has = 1]"/></ul>
        </section>
      </xsl:if>
    </div>
    <xsl:apply-templates select="keys"/>
    <xsl:if test="words/word[@kind = 'sends' and @has = 1] or messages/message"><xsl:apply-templates select="messages"/></xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>

  <xsl:template match="link">
    <section class="ds-alert" data-color="warning" aria-labelledby="key">
      <h2 class="ds-heading" id="key">[[key.shown]]</h2>
      <div class="pk-prose">
      <p>[[key.shown_help]]</p>
      <div class="ds-field pk-field pk-address">
        <label for="key-text">[[key.one]]</label>
        <input class="ds-input" id="key-text" type="text" readonly="readonly" value="{@key}" spellcheck="false" autocomplete="off"/>
      </div>
      <p><a class="ds-link" href="/developers#keys">[[key.how_used]]</a></p>
      <p class="pk-buttons"><a class="ds-button" href="/keys/{../shown/@id}/kept">[[key.kept]]</a></p>
      </div>
    </section>
  </xsl:template>

  <xsl:template match="partner" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.contact]]</dt><dd><a class="ds-link" href="mailto:{@contact}"><xsl:value-of select="@contact"/></a></dd></div>
      <div>
        <dt>[[column.last_used_at]]</dt>
        <dd><xsl:choose><xsl:when test="@last-used-at"><time datetime="{@last-used-at}"><xsl:value-of select="@last-used-at-text"/></time></xsl:when><xsl:otherwise>[[partner.never_used]]</xsl:otherwise></xsl:choose></dd>
      </div>
      <div><dt>[[column.networks]]</dt><dd><xsl:choose><xsl:when test="@addresses"><xsl:value-of select="@addresses"/></xsl:when><xsl:otherwise>[[partner.anywhere]]</xsl:otherwise></xsl:choose></dd></div>
      <div><dt>[[column.per_minute]]</dt><dd><xsl:value-of select="@per-minute"/></dd></div>
      <div><dt>[[column.partner_made]]</dt><dd><time datetime="{@made-at}"><xsl:value-of select="@made-at-text"/></time><xsl:if test="@made-by"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@made-by"/></span></xsl:if></dd></div>
      <xsl:if test="@ended-at"><div><dt>[[column.ended_at]]</dt><dd><time datetime="{@ended-at}"><xsl:value-of select="@ended-at-text"/></time></dd></div></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="word"><li>[[{@kind}.{@name}]]<span class="pk-sub"><xsl:text> </xsl:text><code><xsl:apply-templates select="." mode="address"/></code><xsl:if test="@kind = 'reads' and @name = 'results'"> · ELMO <code>/feeds/elmo/…</code></xsl:if></span></li></xsl:template>
  <xsl:template match="word[@kind = 'reads']" mode="address">/feeds/<xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="word[@kind = 'sends']" mode="address">/inbound/<xsl:value-of select="translate(@name, '_', '-')"/></xsl:template>

  <xsl:template match="keys">
    <section class="pk-section" aria-labelledby="keys">
      <h2 class="ds-heading" id="keys">[[partner.keys]]</h2>
      <xsl:choose>
        <xsl:when test="key">
          <table class="ds-table pk-table">
            <thead><tr><th scope="col">[[column.key_made]]</th><th scope="col">[[column.expires_on]]</th><th scope="col">[[column.last_used_at]]</th><th scope="col">[[column.state]]</th><th scope="col"><span class="ds-sr-only">[[column.action]]</span></th></tr></thead>
            <tbody><xsl:apply-templates select="key"/></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[partner.keys_none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="keys/key">
    <tr>
      <th scope="row" data-label="[[column.key_made]]"><time datetime="{@made-at}"><xsl:value-of select="@made-at-text"/></time><xsl:if test="@made-by"><span class="pk-sub"><xsl:value-of select="@made-by"/></span></xsl:if></th>
      <td data-label="[[column.expires_on]]"><time datetime="{@expires-on}"><xsl:value-of select="@expires-on-text"/></time></td>
      <td data-label="[[column.last_used_at]]"><xsl:choose><xsl:when test="@last-used-at"><time datetime="{@last-used-at}"><xsl:value-of select="@last-used-at-text"/></time><xsl:if test="@last-address"><span class="pk-sub"><xsl:value-of select="@last-address"/></span></xsl:if></xsl:when><xsl:otherwise><span class="pk-quiet">[[partner.never_used]]</span></xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-key="{@state}">[[key_state.{@state}]]</span><xsl:if test="@state = 'replacing'"><span class="pk-sub">[[key.until]]</span></xsl:if></td>
      <td><xsl:if test="@counts = 1 and /page/rights/@edit = 1"><a class="ds-link" href="/keys/{@id}/revoke">[[key.revoke_short]]<span class="ds-sr-only">: <xsl:value-of select="@made-at-text"/></span></a></xsl:if></td>
    </tr>
  </xsl:template>

  <xsl:template match="messages">
    <section class="pk-section" aria-labelledby="messages">
      <h2 class="ds-heading" id="messages">[[partner.messages]]</h2>
      <xsl:choose>
        <xsl:when test="message">
          <table class="ds-table pk-table">
            <thead><tr><th scope="col">[[column.received_at]]</th><th scope="col">[[column.kind]]</th><th scope="col">[[column.message]]</th><th scope="col" class="pk-number">[[column.rows_sent]]</th><th scope="col" class="pk-number">[[column.rows_new]]</th><th scope="col" class="pk-number">[[column.rows_changed]]</th><th scope="col" class="pk-number">[[column.rows_same]]</th></tr></thead>
            <tbody><xsl:apply-templates select="message"/></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[partner.messages_none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="message">
    <tr>
      <th scope="row" data-label="[[column.received_at]]"><time datetime="{@received-at}"><xsl:value-of select="@received-at-text"/></time></th>
      <td data-label="[[column.kind]]">[[sends.{@kind}]]</td>
      <td data-label="[[column.message]]"><code><xsl:value-of select="@message"/></code></td>
      <td data-label="[[column.rows_sent]]" class="pk-number"><xsl:value-of select="@rows-sent"/></td>
      <td data-label="[[column.rows_new]]" class="pk-number"><xsl:value-of select="@rows-made"/></td>
      <td data-label="[[column.rows_changed]]" class="pk-number"><xsl:value-of select="@rows-changed"/></td>
      <td data-label="[[column.rows_same]]" class="pk-number"><xsl:value-of select="@rows-same"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
