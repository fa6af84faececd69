<?xml version="1.0" encoding="UTF-8"?>
<!-- What one keeps about oneself, and what one may do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>
  <xsl:import href="../lib/device.xsl"/>

  <xsl:template match="page" mode="title">[[profile.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="person/@name"/> · <xsl:value-of select="person/@email"/></p></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" data-variant="secondary" href="/profile/notices">[[profile.notices]]</a>
    <a class="ds-button" data-variant="secondary" href="/profile/calendars">[[calendars.title]]</a>
    <a class="ds-button" data-variant="secondary" href="/prints">[[prints.mine]]</a>
    <a class="ds-button" data-variant="secondary" href="/profile/email">[[email.title]]</a>
    <a class="ds-button" data-variant="secondary" href="/profile/password">[[password.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
    <section class="pk-section" aria-labelledby="grants">
      <div class="pk-section-head"><h2 class="ds-heading" id="grants">[[profile.grants]]</h2></div>
      <xsl:choose>
        <xsl:when test="grants/grant">
          <table class="ds-table pk-table">
            <thead><tr><th scope="col">[[column.role]]</th><th scope="col">[[column.organisation]]</th><th scope="col">[[column.period]]</th><th scope="col">[[column.validity]]</th><td></td></tr></thead>
            <tbody><xsl:apply-templates select="grants/grant" mode="row"/></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[profile.no_grants]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section class="pk-section" aria-labelledby="sessions">
      <div class="pk-section-head"><h2 class="ds-heading" id="sessions">[[profile.sessions]]</h2></div>
      <p class="pk-prose">[[profile.sessions_text]]</p>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.device]]</th><th scope="col">[[column.network]]</th><th scope="col">[[column.first_seen]]</th><th scope="col">[[column.last_seen]]</th><td></td></tr></thead>
        <tbody><xsl:apply-templates select="sessions/session" mode="row"/></tbody>
      </table>
      <xsl:if test="count(sessions/session) &gt; 1"><p class="pk-buttons"><a class="ds-button" data-variant="secondary" href="/profile/sessions/end">[[session.end_others]]</a></p></xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="session" mode="row">
    <tr>
      <th scope="row" data-label="[[column.device]]"><xsl:call-template name="device"/></th>
      <td data-label="[[column.network]]"><xsl:value-of select="@address"/></td>
      <td data-label="[[column.first_seen]]"><time datetime="{@created-at}"><xsl:value-of select="@created-at-text"/></time></td>
      <td data-label="[[column.last_seen]]"><time datetime="{@seen-at}"><xsl:value-of select="@seen-at-text"/></time></td>
      <td><xsl:choose><xsl:when test="@current = 1"><span class="ds-tag pk-tag" data-validity="valid">[[session.here]]</span></xsl:when><xsl:otherwise><a class="ds-link" href="/profile/sessions/{@id}/end">[[session.end]]<span class="ds-sr-only">: <xsl:call-template name="device"/>, <xsl:value-of select="@address"/></span></a></xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
