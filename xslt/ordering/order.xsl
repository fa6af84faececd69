<?xml version="1.0" encoding="UTF-8"?>
<!-- One order: what is asked, what was answered, what may be done now, what happened. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[order.to]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/orders">[[nav.orders]]</a></li>
    <li><a class="ds-link" href="/activities/{order/@activity}"><xsl:value-of select="order/@activity-name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="order" mode="lead"/></xsl:template>
  <xsl:template match="order" mode="lead">
    <p class="pk-lead"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span><xsl:text> </xsl:text><xsl:value-of select="@activity-name"/></p>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@answer-now = 1">
      <a class="ds-button" href="/orders/{order/@id}/answer">[[order.answer]]</a>
      <a class="ds-button" data-variant="secondary" href="/orders/{order/@id}/decline">[[order.decline]]</a>
    </xsl:if>
    <xsl:if test="rights/@send-now = 1"><a class="ds-button" href="/orders/{order/@id}/send">[[order.send]]</a></xsl:if>
    <xsl:if test="rights/@edit-now = 1">
      <a class="ds-button" data-variant="secondary" href="/orders/{order/@id}/edit">[[word.edit]]</a>
      <a class="ds-button" data-variant="tertiary" data-color="danger" href="/orders/{order/@id}/discard">[[order.discard]]</a>
    </xsl:if>
    <xsl:if test="rights/@reopen-now = 1"><a class="ds-button" data-variant="secondary" href="/orders/{order/@id}/reopen">[[order.reopen]]</a></xsl:if>
    <xsl:if test="rights/@remind-now = 1"><a class="ds-button" href="/orders/{order/@id}/remind">[[order.remind]]</a></xsl:if>
    <xsl:if test="rights/@withdraw-now = 1"><a class="ds-button" data-variant="secondary" href="/orders/{order/@id}/withdraw">[[order.withdraw]]</a></xsl:if>
    <xsl:if test="rights/@close-now = 1"><a class="ds-button" data-variant="tertiary" href="/orders/{order/@id}/close">[[order.close]]</a></xsl:if>
    <a class="ds-button" data-variant="tertiary" href="/orders/{order/@id}/confirmation">[[prints.print]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="order/@cancelled-at"><div class="ds-alert" data-color="warning"><p>[[activity.is_cancelled]]</p></div></xsl:if>
    <xsl:apply-templates select="order" mode="facts"/>
    <xsl:apply-templates select="order" mode="message"/>
    <xsl:apply-templates select="order" mode="contact"/>
    <xsl:if test="requirements/requirement">
      <section class="pk-section" aria-labelledby="requirements">
        <h2 class="ds-heading" id="requirements">[[activity.requirements]]</h2>
        <xsl:apply-templates select="requirements" mode="plain"/>
      </section>
    </xsl:if>
    <xsl:apply-templates select="order[@answer]" mode="answer"/>
    <xsl:if test="not(order/@answer) and units/unit">
      <section class="pk-section" aria-labelledby="earlier">
        <h2 class="ds-heading" id="earlier">[[order.earlier]]</h2>
        <xsl:apply-templates select="units"/>
      </section>
    </xsl:if>
    <xsl:apply-templates select="others[order]"/>
    <xsl:apply-templates select="history" mode="history"/>
  </xsl:template>

  <xsl:template match="order" mode="message"/>
  <xsl:template match="order[@message]" mode="message">
    <section class="pk-section" aria-labelledby="message">
      <h2 class="ds-heading" id="message">[[order.message]]</h2>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="@message"/></xsl:call-template>
    </section>
  </xsl:template>

  <!-- The other side, to ask. -->
  <xsl:template match="order" mode="contact">
    <xsl:choose>
      <xsl:when test="../rights/@institution-side = 1 and (@site-email or @site-phone)">
        <p>[[order.ask_site]]<xsl:text> </xsl:text><xsl:if test="@site-email"><a class="ds-link" href="mailto:{@site-email}"><xsl:value-of select="@site-email"/></a><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@site-phone"/></p>
      </xsl:when>
      <xsl:when test="../rights/@site-side = 1 and (@institution-email or @institution-phone)">
        <p>[[order.ask_institution]]<xsl:text> </xsl:text><xsl:if test="@institution-email"><a class="ds-link" href="mailto:{@institution-email}"><xsl:value-of select="@institution-email"/></a><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@institution-phone"/></p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="order" mode="answer">
    <section class="pk-section" aria-labelledby="answer">
      <h2 class="ds-heading" id="answer">[[order.the_answer]]</h2>
      <p><span class="ds-tag pk-tag" data-state="{@answer}">[[answer.{@answer}]]</span><xsl:text> </xsl:text>[[order.confirmed_of]]<xsl:text> · </xsl:text><time datetime="{@answered-at}"><xsl:value-of select="@answered-at-text"/></time></p>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="@answer-message"/></xsl:call-template>
      <xsl:apply-templates select="../units[unit]"/>
    </section>
  </xsl:template>
  <xsl:template match="units">
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[column.unit]]</th><th scope="col" class="pk-number">[[column.places]]</th></tr></thead>
      <tbody><xsl:apply-templates select="unit"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="unit">
    <tr>
      <th scope="row" data-label="[[column.unit]]"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="others">
    <section class="pk-section" aria-labelledby="others">
      <h2 class="ds-heading" id="others">[[order.others]]</h2>
      <p class="pk-quiet">[[order.others_help]]</p>
      <ul class="pk-todo"><xsl:apply-templates select="order" mode="other"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="order" mode="other">
    <li>
      <a href="/orders/{@id}">
        <span class="pk-todo-what">[[word.places#@places]]</span>
        <span class="pk-todo-more"><xsl:value-of select="@sent-at-text"/></span>
        <span class="pk-todo-when"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></span>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
