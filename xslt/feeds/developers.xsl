<?xml version="1.0" encoding="UTF-8"?>
<!-- For those who write partners' systems: keys, documents, pages, events, sending, refusals, with examples. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/feed_samples.xsl"/>

  <xsl:template match="page" mode="title">[[developers.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[developers.lead]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <nav class="pk-prose" aria-labelledby="contents">
      <h2 class="ds-heading" id="contents">[[developers.contents]]</h2>
      <ul class="ds-list">
        <li><a class="ds-link" href="#keys">[[developers.keys]]</a></li>
        <li><a class="ds-link" href="#documents">[[developers.documents]]</a></li>
        <li><a class="ds-link" href="#pages">[[developers.pages]]</a></li>
        <li><a class="ds-link" href="#events">[[developers.events]]</a></li>
        <li><a class="ds-link" href="#messages">[[developers.messages]]</a></li>
        <li><a class="ds-link" href="#elmo">[[developers.elmo]]</a></li>
        <li><a class="ds-link" href="#errors">[[developers.errors]]</a></li>
        <li><a class="ds-link" href="#rate">[[developers.rate]]</a></li>
        <li><a class="ds-link" href="#examples">[[developers.examples]]</a></li>
      </ul>
    </nav>
    <section class="pk-section" aria-labelledby="keys">
      <h2 class="ds-heading" id="keys">[[developers.keys]]</h2>
      <p class="pk-prose">[[developers.keys_text]]</p>
      <pre class="pk-sample"><code>curl -H "Authorization: Bearer $KEY" "https://praktikum.example/feeds/allocations?limit=500"</code></pre>
      <p class="pk-prose">[[developers.keys_more]]</p>
    </section>
    <section class="pk-section" aria-labelledby="documents">
      <h2 class="ds-heading" id="documents">[[developers.documents]]</h2>
      <p class="pk-prose">[[developers.documents_text]]</p>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[developers.documents]]</caption>
        <thead><tr><th scope="col">[[developers.document]]</th><th scope="col">[[developers.address]]</th><th scope="col">[[developers.cut]]</th><th scope="col">[[developers.schema]]</th></tr></thead>
        <tbody><xsl:apply-templates select="documents/document" mode="row"/></tbody>
      </table>
    </section>
    <section class="pk-section" aria-labelledby="pages">
      <h2 class="ds-heading" id="pages">[[developers.pages]]</h2>
      <ol class="ds-list pk-prose">
        <li>[[developers.pages_first]]</li>
        <li>[[developers.pages_since]]</li>
        <li>[[developers.pages_removed]]</li>
        <li>[[developers.pages_whole]]</li>
      </ol>
      <pre class="pk-sample"><code>curl -H "Authorization: Bearer $KEY" "https://praktikum.example/feeds/allocations?since=2026-11-22T13:58:20%2B01:00"</code></pre>
    </section>
    <section class="pk-section" aria-labelledby="events">
      <h2 class="ds-heading" id="events">[[developers.events]]</h2>
      <p class="pk-prose">[[developers.events_text]]</p>
      <p><code>/feeds/events</code> · <a class="ds-link" href="/schemas/events-1.rnc">RELAX NG</a> · <a class="ds-link" href="/schemas/events-1.xsd">XSD</a></p>
      <pre class="pk-sample" id="example-events"><code><xsl:call-template name="sample-events"/></code></pre>
      <p class="pk-prose">[[developers.follow_text]]</p>
      <pre class="pk-sample"><code>praktikum follow https://praktikum.example/feeds/events --key-file key --folder events</code></pre>
    </section>
    <section class="pk-section" aria-labelledby="messages">
      <h2 class="ds-heading" id="messages">[[developers.messages]]</h2>
      <p class="pk-prose">[[developers.messages_text]]</p>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[developers.messages]]</caption>
        <thead><tr><th scope="col">[[developers.message]]</th><th scope="col">[[developers.address]]</th><th scope="col">[[developers.schema]]</th></tr></thead>
        <tbody><xsl:apply-templates select="messages/message" mode="row"/></tbody>
      </table>
      <p>[[developers.receipt]]: <a class="ds-link" href="/schemas/inbound-receipt-1.rnc" aria-label="RELAX NG, inbound-receipt">RELAX NG</a> · <a class="ds-link" href="/schemas/inbound-receipt-1.xsd" aria-label="XSD, inbound-receipt">XSD</a></p>
      <p class="pk-prose">[[developers.messages_more]]</p>
      <pre class="pk-sample"><code>curl -T registrations.xml -H "Content-Type: application/xml" -H "Authorization: Bearer $KEY" "https://praktikum.example/inbound/registrations?message=2026-11-22-1&amp;dry=1"</code></pre>
    </section>
    <section class="pk-section" aria-labelledby="elmo">
      <h2 class="ds-heading" id="elmo">[[developers.elmo]]</h2>
      <p class="pk-prose">[[developers.elmo_text]]</p>
      <p><code>/feeds/elmo/203</code></p>
    </section>
    <section class="pk-section" aria-labelledby="errors">
      <h2 class="ds-heading" id="errors">[[developers.errors]]</h2>
      <p class="pk-prose">[[developers.errors_text]]</p>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[developers.errors]]</caption>
        <thead><tr><th scope="col">[[developers.status]]</th><th scope="col">[[developers.meaning]]</th></tr></thead>
        <tbody><xsl:apply-templates select="problems/problem" mode="row"/></tbody>
      </table>
      <pre class="pk-sample" id="example-problem"><code><xsl:call-template name="sample-problem"/></code></pre>
      <pre class="pk-sample" id="example-faults"><code><xsl:call-template name="sample-faults"/></code></pre>
    </section>
    <section class="pk-section" aria-labelledby="rate">
      <h2 class="ds-heading" id="rate">[[developers.rate]]</h2>
      <p class="pk-prose">[[developers.rate_text]]</p>
    </section>
    <section class="pk-section" aria-labelledby="examples">
      <h2 class="ds-heading" id="examples">[[developers.examples]]</h2>
      <p class="pk-prose">[[developers.examples_text]]</p>
      <xsl:apply-templates select="documents/document" mode="example"/>
      <xsl:apply-templates select="messages/message" mode="example"/>
      <h3 class="ds-heading" data-size="xs" id="example-receipt">[[developers.receipt]]</h3>
      <pre class="pk-sample" data-message="receipt"><code><xsl:call-template name="sample-receipt"/></code></pre>
    </section>
  </xsl:template>
  <xsl:template match="document" mode="row">
    <tr>
      <th scope="row" data-label="[[developers.document]]"><a class="ds-link" href="#example-{@name}">[[developers.{@name}]]</a></th>
      <td data-label="[[developers.address]]" class="pk-address"><code>/feeds/<wbr/><xsl:value-of select="@name"/></code></td>
      <td data-label="[[developers.cut]]">[[developers.cut.{@cut}]]</td>
      <td data-label="[[developers.schema]]" class="pk-nowrap"><a class="ds-link" href="/schemas/{@name}-1.rnc" aria-label="RELAX NG, {@name}">RELAX NG</a> · <a class="ds-link" href="/schemas/{@name}-1.xsd" aria-label="XSD, {@name}">XSD</a></td>
    </tr>
  </xsl:template>
  <xsl:template match="message" mode="row">
    <tr>
      <th scope="row" data-label="[[developers.message]]"><a class="ds-link" href="#example-sent-{@path}">[[developers.messages.{@name}]]</a></th>
      <td data-label="[[developers.address]]" class="pk-address"><code>PUT /inbound/<wbr/><xsl:value-of select="@path"/>?message=</code></td>
      <td data-label="[[developers.schema]]" class="pk-nowrap"><a class="ds-link" href="/schemas/inbound-{@path}-1.rnc" aria-label="RELAX NG, inbound-{@path}">RELAX NG</a> · <a class="ds-link" href="/schemas/inbound-{@path}-1.xsd" aria-label="XSD, inbound-{@path}">XSD</a></td>
    </tr>
  </xsl:template>
  <xsl:template match="problem" mode="row">
    <tr>
      <th scope="row" data-label="[[developers.status]]"><xsl:value-of select="@status"/></th>
      <td data-label="[[developers.meaning]]">[[problem.{@kind}]]<span class="pk-sub">[[problem.{@kind}.text]]</span></td>
    </tr>
  </xsl:template>
  <xsl:template match="document" mode="example">
    <h3 class="ds-heading" data-size="xs" id="example-{@name}"><code>/feeds/<xsl:value-of select="@name"/></code></h3>
    <pre class="pk-sample" data-document="{@name}"><code><xsl:apply-templates select="." mode="sample"/></code></pre>
  </xsl:template>
  <xsl:template match="message" mode="example">
    <h3 class="ds-heading" data-size="xs" id="example-sent-{@path}"><code>/inbound/<xsl:value-of select="@path"/></code></h3>
    <pre class="pk-sample" data-message="{@path}"><code><xsl:apply-templates select="." mode="sample"/></code></pre>
  </xsl:template>
</xsl:stylesheet>
