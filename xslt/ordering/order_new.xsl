<?xml version="1.0" encoding="UTF-8"?>
<!-- Orders to many sites at once: a number of places beside each site that may be asked. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:key name="site" match="sites/site" use="@id"/>

  <xsl:template match="page" mode="title">[[activity.order]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:call-template name="funnel">
      <xsl:with-param name="wanted" select="activity/@places-wanted"/>
      <xsl:with-param name="ordered" select="activity/@places-ordered"/>
      <xsl:with-param name="answered" select="activity/@places-answered"/>
      <xsl:with-param name="confirmed" select="activity/@places-confirmed"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="sites/site or search"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise>
        <div class="pk-empty"><p>[[order_new.none]]</p><p><a class="ds-button" href="/agreements/new?institution={activity/@institution}">[[order_new.agreement]]</a></p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Searching sends the form as it is and gets it back as it is: what was typed at sites that the search leaves out goes
       along unseen. -->
  <xsl:template match="form" mode="fields">
    <xsl:variable name="unseen" select="entry[@field = 'places' and @value != '' and not(key('site', @key))]"/>
    <div class="pk-search" role="search">
      <div class="ds-field pk-search-text">
        <label for="q">[[order_new.search]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{../search/@q}" autocomplete="off"/>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
    </div>
    <xsl:for-each select="$unseen"><input type="hidden" name="places-{@key}" value="{@value}"/></xsl:for-each>
    <xsl:if test="$unseen"><p class="pk-quiet">[[order_new.unseen]]</p></xsl:if>
    <xsl:if test="not(../sites/site)"><p class="pk-quiet">[[order_new.not_found]]</p></xsl:if>
    <table class="ds-table pk-table">
      <caption>[[order_new.help]]</caption>
      <thead>
        <tr>
          <th scope="col">[[column.site]]</th>
          <th scope="col">[[column.municipality]]</th>
          <th scope="col" class="pk-number">[[order_new.covered]]</th>
          <th scope="col" class="pk-number">[[order_new.last]]</th>
          <th scope="col" class="pk-number">[[order_new.existing]]</th>
          <th scope="col" class="pk-number">[[column.places]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="../sites/site"/></tbody>
    </table>
    <xsl:apply-templates select="field[@name = 'message']"/>
    <xsl:apply-templates select="field[@name = 'send']"/>
    <xsl:apply-templates select="field[@name = 'due_on']"/>
  </xsl:template>
  <xsl:template match="site">
    <tr>
      <th scope="row" data-label="[[column.site]]" id="site-{@id}"><xsl:value-of select="@name"/><span class="pk-sub"> [[kind.{@kind}]]</span></th>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality-name"/></td>
      <td data-label="[[order_new.covered]]" class="pk-number">[[order_new.covered_of]]</td>
      <td data-label="[[order_new.last]]" class="pk-number"><xsl:value-of select="@last-confirmed"/></td>
      <td data-label="[[order_new.existing]]" class="pk-number"><xsl:if test="@orders">[[order_new.existing_of#@orders]]</xsl:if></td>
      <td data-label="[[column.places]]" class="pk-number">
        <xsl:call-template name="entry-input">
          <xsl:with-param name="field" select="'places'"/>
          <xsl:with-param name="key" select="@id"/>
          <xsl:with-param name="label" select="concat('site-', @id)"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="error" mode="entry">
    <xsl:text> – </xsl:text><xsl:value-of select="key('site', @key)/@name"/>
  </xsl:template>
</xsl:stylesheet>
