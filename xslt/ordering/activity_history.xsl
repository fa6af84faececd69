<?xml version="1.0" encoding="UTF-8"?>
<!-- What happened to an activity and its orders. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'history'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="history" mode="list"/></xsl:template>
  <xsl:template match="event" mode="row">
    <tr>
      <td data-label="[[column.at]]"><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></td>
      <th scope="row" data-label="[[column.event]]">
        <xsl:choose>
          <xsl:when test="@thing = 'order' and @kind != 'order.discarded'"><a class="ds-link" href="/orders/{@thing-id}">[[event.{@kind}]]</a></xsl:when>
          <xsl:otherwise>[[event.{@kind}]]</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="key('changes', @id)"><ul class="pk-changes"><xsl:apply-templates select="key('changes', @id)" mode="history"/></ul></xsl:if>
      </th>
      <td data-label="[[column.person]]"><xsl:choose><xsl:when test="@person"><xsl:value-of select="@person"/></xsl:when><xsl:when test="@withheld = 1">[[history.protected]]</xsl:when><xsl:otherwise>[[history.system]]</xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.site]]"><xsl:value-of select="@site"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
