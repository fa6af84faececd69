<?xml version="1.0" encoding="UTF-8"?>
<!-- How one wants to hear of what, and the address of one's feed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[choices.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/profile">[[layout.profile]]</a></li></xsl:template>
  <xsl:template match="page" mode="actions"><a class="ds-button" data-variant="tertiary" href="/notices">[[notices.title]]</a></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[choices.help]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
    <section class="pk-section" aria-labelledby="feed">
      <h2 class="ds-heading" id="feed">[[feed.title]]</h2>
      <p class="pk-prose">[[feed.help]]</p>
      <xsl:choose>
        <xsl:when test="link"><xsl:apply-templates select="link"/></xsl:when>
        <xsl:otherwise><p><a class="ds-button" data-variant="secondary" href="/profile/notices/address">[[feed.make]]</a></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <table class="ds-table pk-table pk-choices">
      <caption class="ds-sr-only">[[choices.title]]</caption>
      <thead>
        <tr><th scope="col">[[column.topic]]</th><th scope="col" id="by-mail">[[delivery.mail]]</th><th scope="col" id="by-digest">[[delivery.digest]]</th><th scope="col" id="by-none">[[delivery.none]]</th></tr>
      </thead>
      <tbody><xsl:apply-templates select="field" mode="choice"/></tbody>
    </table>
    <p class="pk-quiet">[[choices.account]]</p>
  </xsl:template>
  <xsl:template match="field" mode="choice">
    <tr>
      <th scope="row" data-label="[[column.topic]]" id="field-{@name}">[[topic.{@name}]]<span class="pk-sub"><xsl:text> </xsl:text>[[topic_help.{@name}]]</span></th>
      <xsl:apply-templates select="option" mode="choice"/>
    </tr>
  </xsl:template>
  <xsl:template match="option" mode="choice">
    <td data-label="[[delivery.{@value}]]">
      <input class="ds-input" type="radio" name="{../@name}" value="{@value}" aria-labelledby="field-{../@name} by-{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
    </td>
  </xsl:template>

  <xsl:template match="link">
    <div class="ds-field pk-field pk-address">
      <label for="feed-address">[[feed.address]]</label>
      <input class="ds-input" id="feed-address" type="url" readonly="readonly" value="{@base}/feeds/notices.atom?key={@key}" aria-describedby="feed-help"/>
      <p class="pk-quiet" id="feed-help">
        <xsl:choose>
          <xsl:when test="../address/@last-used-at">[[feed.used]]</xsl:when>
          <xsl:otherwise>[[feed.never_used]]</xsl:otherwise>
        </xsl:choose>
      </p>
    </div>
    <p class="pk-buttons">
      <a class="ds-button" data-variant="secondary" href="/profile/notices/address">[[feed.make_new]]</a>
      <a class="ds-button" data-variant="tertiary" data-color="danger" href="/profile/notices/address/end">[[feed.end]]</a>
    </p>
  </xsl:template>
</xsl:stylesheet>
