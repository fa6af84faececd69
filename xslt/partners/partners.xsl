<?xml version="1.0" encoding="UTF-8"?>
<!-- Other systems that the viewer's organisations share with. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[nav.partners]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[partners.lead]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" href="/partners/new">[[partner.new]]</a>
    <a class="ds-button" data-variant="secondary" href="/developers">[[developers.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="partners" mode="list"/></xsl:template>
  <xsl:template match="partners" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'open expiring keyless ended'"/>
      <xsl:with-param name="prefix" select="'partner_state.'"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'institution'"/>
          <xsl:with-param name="rows" select="/page/institutions/institution"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'institution']"/></xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="count(/page/sites/site) &gt; 1">
        <xsl:call-template name="filter-rows">
          <xsl:with-param name="name" select="'site'"/>
          <xsl:with-param name="rows" select="/page/sites/site"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="filter[@name = 'site']"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="partners/partner" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/partners/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.organisation]]"><xsl:value-of select="@organisation"/></td>
      <td data-label="[[column.last_used_at]]"><xsl:choose><xsl:when test="@last-used-at"><time datetime="{@last-used-at}"><xsl:value-of select="@last-used-at-text"/></time></xsl:when><xsl:otherwise><span class="pk-quiet">[[partner.never_used]]</span></xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.expires_on]]"><xsl:if test="@expires-on"><time datetime="{@expires-on}"><xsl:value-of select="@expires-on-text"/></time></xsl:if></td>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-partner="{@state}">[[partner_state.{@state}]]</span></td>
    </tr>
  </xsl:template>
  <!-- For the file only. -->
  <xsl:template match="partners/column[@name = 'contact']"/>
  <xsl:template match="partners" mode="empty">
    <p>[[partners.empty]]</p>
    <p><a class="ds-button" href="/partners/new">[[partner.new]]</a></p>
  </xsl:template>
</xsl:stylesheet>
