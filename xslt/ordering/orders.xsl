<?xml version="1.0" encoding="UTF-8"?>
<!-- Orders, for the one who asks and for the one who answers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[nav.orders]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="orders" mode="list"/></xsl:template>
  <xsl:template match="orders" mode="filters">
    <xsl:choose>
      <xsl:when test="/page/viewer/@institution-side = 1">
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'state'"/>
          <xsl:with-param name="values" select="'draft sent overdue confirmed partly declined withdrawn closed'"/>
          <xsl:with-param name="prefix" select="'state.'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="filter-words">
          <xsl:with-param name="name" select="'state'"/>
          <xsl:with-param name="values" select="'sent overdue confirmed partly declined withdrawn closed'"/>
          <xsl:with-param name="prefix" select="'state.'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="filter-terms"><xsl:with-param name="rows" select="/page/terms/term"/></xsl:call-template>
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
  <xsl:template match="orders" mode="empty">
    <xsl:choose>
      <xsl:when test="/page/viewer/@plan = 1"><p>[[orders.empty_institution]]</p><p><a class="ds-button" href="/activities/new">[[activity.new]]</a></p></xsl:when>
      <xsl:otherwise><p>[[orders.empty_site]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- These are for the file; a page has no room for them, and the order shows them. -->
  <xsl:template match="orders/column[@name = 'ends' or @name = 'answered_at']"/>
  <!-- And one's own side needs no column. -->
  <xsl:template match="orders/column[@name = 'institution' and not(/page/viewer/@site-side = 1)]"/>
  <xsl:template match="orders/column[@name = 'site' and not(/page/viewer/@institution-side = 1 or count(/page/sites/site) &gt; 1)]"/>
  <xsl:template match="order" mode="row">
    <tr>
      <th scope="row" data-label="[[column.activity]]"><a class="ds-link" href="/orders/{@id}"><xsl:value-of select="@activity"/></a></th>
      <xsl:if test="/page/viewer/@site-side = 1"><td data-label="[[column.institution]]"><xsl:value-of select="@institution-short"/></td></xsl:if>
      <xsl:if test="/page/viewer/@institution-side = 1 or count(/page/sites/site) &gt; 1"><td data-label="[[column.site]]"><xsl:value-of select="@site"/></td></xsl:if>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></td>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/></td>
      <td data-label="[[column.starts]]"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time><xsl:text> </xsl:text><span class="pk-weeks">[[format.weeks]]</span></td>
      <td data-label="[[column.sent_at]]"><xsl:value-of select="@sent-at-text"/></td>
      <td data-label="[[column.due_on]]"><xsl:if test="@due-on"><xsl:apply-templates select="." mode="due"/></xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
