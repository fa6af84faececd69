<?xml version="1.0" encoding="UTF-8"?>
<!-- Capacity per unit, beside the number asked for and what the activity demands. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:key name="covered" match="coverage/covered" use="concat(@unit, '-', @requirement)"/>

  <xsl:template match="page" mode="title">[[order.answer]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="order-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[order.wanted#order/@places]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@answer-now = 1"><a class="ds-button" data-variant="secondary" href="/orders/{order/@id}/decline">[[order.decline]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="order" mode="facts"/>
    <xsl:apply-templates select="order" mode="asked"/>
    <xsl:choose>
      <xsl:when test="rights/@answer-now = 1 or form/error or stale"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="not-now"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="order" mode="asked">
    <xsl:call-template name="lines"><xsl:with-param name="text" select="@message"/></xsl:call-template>
    <xsl:call-template name="lines"><xsl:with-param name="text" select="@details"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:choose>
      <xsl:when test="../units/unit"><xsl:apply-templates select="../units"/></xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p>[[order.no_units]]</p></div>
        <xsl:apply-templates select="field[@name = 'whole_site']"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="field[@name = 'message']"/>
  </xsl:template>
  <xsl:template match="units">
    <table class="ds-table pk-table">
      <caption>[[order.answer_help]]</caption>
      <thead>
        <tr>
          <th scope="col">[[column.unit]]</th>
          <xsl:apply-templates select="../requirements/requirement" mode="head"/>
          <th scope="col" class="pk-number">[[order.offered]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="unit"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="requirement" mode="head"><th scope="col"><xsl:value-of select="@name"/></th></xsl:template>
  <xsl:template match="unit">
    <tr>
      <th scope="row" id="unit-{@id}" data-label="[[column.unit]]">
        <xsl:value-of select="@name"/>
        <xsl:if test="@above"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@above"/></span></xsl:if>
        <xsl:if test="@earlier"><span class="pk-sub"> [[order.offered_earlier]]</span></xsl:if>
      </th>
      <xsl:apply-templates select="/page/requirements/requirement" mode="covered"><xsl:with-param name="unit" select="@id"/></xsl:apply-templates>
      <td data-label="[[order.offered]]" class="pk-number">
        <xsl:call-template name="entry-input">
          <xsl:with-param name="field" select="'capacity'"/>
          <xsl:with-param name="key" select="@id"/>
          <xsl:with-param name="label" select="concat('unit-', @id)"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="requirement" mode="covered">
    <xsl:param name="unit"/>
    <xsl:choose>
      <xsl:when test="key('covered', concat($unit, '-', @id))"><td data-label="{@name}"><span class="ds-tag pk-tag" data-color="success">[[order.covered]]</span></td></xsl:when>
      <xsl:otherwise><td data-label="{@name}"><span class="ds-tag pk-tag" data-color="neutral">[[order.not_covered]]</span></td></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="error" mode="entry">
    <xsl:text> – </xsl:text><xsl:value-of select="/page/units/unit[@id = current()/@key]/@name"/>
  </xsl:template>
</xsl:stylesheet>
