<?xml version="1.0" encoding="UTF-8"?>
<!-- Which sites have not answered, to remind them all. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.remind]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="activity-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/sites">[[activity.sites]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}/sites">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="orders/order">
        <table class="ds-table pk-table">
          <caption>[[activity.remind_help]]</caption>
          <thead><tr><th scope="col">[[column.site]]</th><th scope="col" class="pk-number">[[column.places]]</th><th scope="col">[[column.due_on]]</th><th scope="col">[[order.reminders]]</th></tr></thead>
          <tbody><xsl:apply-templates select="orders/order"/></tbody>
        </table>
        <xsl:choose>
          <xsl:when test="orders/order[@today = 0] or form/error"><xsl:apply-templates select="form"/></xsl:when>
          <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[activity.remind_all_done]]</p></div></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[activity.remind_none]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="order">
    <tr>
      <th scope="row" data-label="[[column.site]]"><a class="ds-link" href="/orders/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[column.due_on]]"><xsl:apply-templates select="." mode="due"/></td>
      <td data-label="[[order.reminders]]"><xsl:apply-templates select="." mode="reminders"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
