<?xml version="1.0" encoding="UTF-8"?>
<!-- The address of one's own calendar, and those of places that one has made. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/calendar_address.xsl"/>

  <xsl:template match="page" mode="title">[[calendars.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/profile">[[layout.profile]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[calendars.lead]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <section class="pk-section" aria-labelledby="own">
      <h2 class="ds-heading" id="own">[[calendars.own]]</h2>
      <xsl:choose>
        <xsl:when test="person/@protected = 1 and not(form/error)"><p class="pk-prose">[[error.calendar_protected]]</p></xsl:when>
        <xsl:otherwise><p class="pk-prose">[[calendars.own_help]]</p><xsl:call-template name="calendar-address"/></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="places/place or offered/place">
      <section class="pk-section" aria-labelledby="places">
        <h2 class="ds-heading" id="places">[[calendars.places]]</h2>
        <xsl:apply-templates select="places[place]"/>
        <xsl:if test="offered/place"><ul class="ds-list"><xsl:apply-templates select="offered/place"/></ul></xsl:if>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="link" mode="calendar-path">/calendars/own</xsl:template>

  <xsl:template match="places">
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[column.organisation]]</th><th scope="col">[[column.key_made]]</th><th scope="col">[[column.last_used_at]]</th><td></td></tr></thead>
      <tbody><xsl:apply-templates select="place"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="places/place">
    <tr>
      <th scope="row" data-label="[[column.organisation]]"><xsl:choose><xsl:when test="@void"><xsl:value-of select="@name"/><span class="pk-sub">[[calendars.void]]</span></xsl:when><xsl:otherwise><xsl:apply-templates select="." mode="address"/></xsl:otherwise></xsl:choose></th>
      <td data-label="[[column.key_made]]"><time datetime="{@created-at}"><xsl:value-of select="@created-at-text"/></time></td>
      <td data-label="[[column.last_used_at]]"><xsl:choose><xsl:when test="@last-used-at"><time datetime="{@last-used-at}"><xsl:value-of select="@last-used-at-text"/></time></xsl:when><xsl:otherwise><span class="pk-quiet">[[partner.never_used]]</span></xsl:otherwise></xsl:choose></td>
      <td><a class="ds-link" href="/profile/calendars/{@id}/end">[[calendars.end_short]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></a></td>
    </tr>
  </xsl:template>
  <xsl:template match="offered/place"><li><xsl:apply-templates select="." mode="address"/></li></xsl:template>
  <xsl:template match="place" mode="address"><a class="ds-link" href="/sites/{@site}/calendar"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="place[@institution]" mode="address"><a class="ds-link" href="/institutions/{@institution}/calendar"><xsl:value-of select="@name"/></a></xsl:template>
</xsl:stylesheet>
