<?xml version="1.0" encoding="UTF-8"?>
<!-- A placement site: its profile, its units as a tree, whom to ask, agreements with the viewer's side. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="site/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/sites">[[nav.sites]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" href="/invitations/new?site={site/@id}">[[invite.title]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/sites/{site/@id}/edit">[[word.edit]]</a></xsl:if>
    <xsl:if test="rights/@see-people = 1"><a class="ds-button" data-variant="secondary" href="/people?site={site/@id}">[[nav.people]]</a></xsl:if>
    <xsl:if test="rights/@subscribe = 1"><a class="ds-button" data-variant="secondary" href="/sites/{site/@id}/calendar">[[calendars.subscribe]]</a></xsl:if>
    <xsl:if test="viewer/@institution-side = 1"><a class="ds-button" data-variant="tertiary" href="/calendar?site={site/@id}">[[nav.calendar]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="site" mode="facts"/>
    <xsl:if test="site/@profile">
    <section class="pk-section" aria-labelledby="profile">
      <div class="pk-section-head"><h2 class="ds-heading" id="profile">[[site.profile]]</h2></div>
      <xsl:call-template name="lines"><xsl:with-param name="text" select="site/@profile"/></xsl:call-template>
    </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="units">
      <div class="pk-section-head"><h2 class="ds-heading" id="units">[[site.units]]</h2><xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/sites/{site/@id}/units/new">[[unit.new]]</a></xsl:if></div>
      <xsl:apply-templates select="units" mode="list"/>
    </section>
    <section class="pk-section" aria-labelledby="contacts">
      <div class="pk-section-head"><h2 class="ds-heading" id="contacts">[[contacts.title]]</h2></div>
      <xsl:choose>
        <xsl:when test="contacts/contact">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.person]]</th><th scope="col">[[column.role]]</th><th scope="col">[[column.email]]</th><th scope="col">[[column.phone]]</th></tr></thead>
        <tbody><xsl:apply-templates select="contacts/contact" mode="row"/></tbody>
      </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[contacts.none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="agreements/agreement or viewer/@see-agreements = 1">
    <section class="pk-section" aria-labelledby="agreements">
      <div class="pk-section-head"><h2 class="ds-heading" id="agreements">[[nav.agreements]]</h2><xsl:if test="viewer/@edit-agreements = 1"><a class="ds-button" data-variant="secondary" href="/agreements/new?site={site/@id}">[[agreement.new]]</a></xsl:if></div>
      <xsl:choose>
        <xsl:when test="agreements/agreement">
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.institution]]</th><th scope="col">[[column.reference]]</th><th scope="col">[[column.valid_from]]</th><th scope="col">[[column.valid_to]]</th><th scope="col">[[column.validity]]</th></tr></thead>
        <tbody><xsl:apply-templates select="agreements/agreement" mode="row"/></tbody>
      </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[site.no_agreement]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    </xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="site" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.kind]]</dt><dd>[[kind.{@kind}]]</dd></div>
      <xsl:if test="@municipality"><div><dt>[[column.municipality]]</dt><dd><xsl:value-of select="@municipality"/></dd></div></xsl:if>
      <xsl:if test="@address"><div><dt>[[column.address]]</dt><dd><xsl:value-of select="@address"/></dd></div></xsl:if>
      <xsl:if test="@email"><div><dt>[[column.email]]</dt><dd><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></dd></div></xsl:if>
      <xsl:if test="@phone"><div><dt>[[column.phone]]</dt><dd><xsl:value-of select="@phone"/></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="unit" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><xsl:call-template name="indent"><xsl:with-param name="depth" select="@depth"/></xsl:call-template><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.above]]"><xsl:value-of select="@above"/></td>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality"/></td>
      <td data-label="[[column.requirements]]"><xsl:value-of select="@requirements"/></td>
      <td data-label="[[column.closed_on]]"><xsl:if test="@closed-on"><time datetime="{@closed-on}"><xsl:value-of select="@closed-on-text"/></time></xsl:if></td>
    </tr>
  </xsl:template>
  <!-- One step in a level, to any depth. -->
  <xsl:template name="indent">
    <xsl:param name="depth"/>
    <xsl:if test="$depth &gt; 0">
      <span class="pk-indent" aria-hidden="true"></span>
      <xsl:call-template name="indent"><xsl:with-param name="depth" select="$depth - 1"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="units" mode="empty">
    <p>[[site.no_units]]</p>
    <xsl:if test="/page/rights/@edit = 1"><p><a class="ds-button" href="/sites/{/page/site/@id}/units/new">[[unit.new]]</a></p></xsl:if>
  </xsl:template>
  <xsl:template match="contact" mode="row">
    <tr>
      <th scope="row" data-label="[[column.person]]"><xsl:choose><xsl:when test="/page/rights/@see-people = 1"><a class="ds-link" href="/people/{@person}"><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose></th>
      <td data-label="[[column.role]]">[[role.{@role}]]</td>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.phone]]" class="pk-nowrap"><xsl:value-of select="@phone"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="agreement" mode="row">
    <tr>
      <th scope="row" data-label="[[column.institution]]"><a class="ds-link" href="/agreements/{@id}"><xsl:value-of select="@institution"/></a></th>
      <td data-label="[[column.reference]]"><xsl:value-of select="@reference"/></td>
      <td data-label="[[column.valid_from]]"><xsl:if test="@valid-from"><time datetime="{@valid-from}"><xsl:value-of select="@valid-from-text"/></time></xsl:if></td>
      <td data-label="[[column.valid_to]]"><xsl:if test="@valid-to"><time datetime="{@valid-to}"><xsl:value-of select="@valid-to-text"/></time></xsl:if></td>
      <td data-label="[[column.validity]]"><xsl:if test="@validity"><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
