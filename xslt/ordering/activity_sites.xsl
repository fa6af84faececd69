<?xml version="1.0" encoding="UTF-8"?>
<!-- Which sites were asked for places for an activity, and what they said. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:key name="capacity" match="capacities/capacity" use="@placement-order"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'sites'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit-now = 1 and activity/@status != 'completed'">
      <a class="ds-button" href="/activities/{activity/@id}/order">[[activity.order]]</a>
      <xsl:if test="activity/@orders-unanswered &gt; 0"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/remind">[[activity.remind]]</a></xsl:if>
      <xsl:if test="activity/@orders-draft &gt; 0"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/send">[[activity.send_short]]</a></xsl:if>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="activity/@inside = 1">
      <xsl:call-template name="funnel">
        <xsl:with-param name="wanted" select="activity/@places-wanted"/>
        <xsl:with-param name="ordered" select="activity/@places-ordered"/>
        <xsl:with-param name="answered" select="activity/@places-answered"/>
        <xsl:with-param name="confirmed" select="activity/@places-confirmed"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="orders" mode="list"/>
  </xsl:template>
  <xsl:template match="orders" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'draft sent overdue confirmed partly declined withdrawn closed'"/>
      <xsl:with-param name="prefix" select="'state.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="orders" mode="empty">
    <xsl:choose>
      <xsl:when test="/page/rights/@institution-side = 1 or /page/rights/@site-side = 1"><p>[[activity.no_orders]]</p></xsl:when>
      <xsl:otherwise><p>[[activity.orders_not_seen]]</p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="/page/rights/@edit-now = 1"><p><a class="ds-button" href="/activities/{/page/activity/@id}/order">[[activity.order]]</a></p></xsl:if>
  </xsl:template>
  <xsl:template match="order" mode="row">
    <tr>
      <th scope="row" data-label="[[column.site]]">
        <a class="ds-link" href="/orders/{@id}"><xsl:value-of select="@site"/></a>
        <xsl:apply-templates select="." mode="contact"/>
      </th>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-state="{@state}">[[state.{@state}]]</span></td>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/><xsl:apply-templates select="key('capacity', @id)" mode="unit"/></td>
      <td data-label="[[column.sent_at]]"><xsl:value-of select="@sent-at-text"/></td>
      <td data-label="[[column.due_on]]"><xsl:if test="@due-on"><xsl:apply-templates select="." mode="due"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="reminders"/></xsl:if></td>
      <td data-label="[[column.answered_at]]"><xsl:value-of select="@answered-at-text"/></td>
    </tr>
  </xsl:template>
  <!-- Whom to ask about an order that waits. -->
  <xsl:template match="order" mode="contact"/>
  <xsl:template match="order[@state = 'sent']" mode="contact">
    <span class="pk-sub"><xsl:text> </xsl:text><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a><xsl:text> </xsl:text></xsl:if><span class="pk-nowrap"><xsl:value-of select="@phone"/></span></span>
  </xsl:template>
  <xsl:template match="capacity" mode="unit">
    <span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@name"/><xsl:text>: </xsl:text><xsl:value-of select="@places"/></span>
  </xsl:template>
</xsl:stylesheet>
