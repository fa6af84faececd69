<?xml version="1.0" encoding="UTF-8"?>
<!-- All drafts of an activity sent at once. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.send]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="drafts/order or form/error">
        <xsl:if test="drafts/order">
          <table class="ds-table pk-table">
            <caption>[[orders_send.help]]</caption>
            <thead><tr><th scope="col">[[column.site]]</th><th scope="col" class="pk-number">[[column.places]]</th><th scope="col">[[orders_send.agreement]]</th></tr></thead>
            <tbody><xsl:apply-templates select="drafts/order"/></tbody>
          </table>
        </xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="pk-empty"><p>[[orders_send.none]]</p><p><a class="ds-button" href="/activities/{activity/@id}/order">[[activity.order]]</a></p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="order">
    <tr>
      <th scope="row" data-label="[[column.site]]"><a class="ds-link" href="/orders/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[orders_send.agreement]]"><xsl:choose><xsl:when test="@agreed = 1">[[orders_send.agreed]]</xsl:when><xsl:otherwise><span class="pk-late">[[orders_send.not_agreed]]</span></xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
