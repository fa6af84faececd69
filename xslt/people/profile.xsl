<?xml version="1.0" encoding="UTF-8"?>
<!-- What one keeps about oneself, and what one may do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grant.xsl"/>

  <xsl:template match="page" mode="title">[[profile.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="person/@name"/></p></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" data-variant="secondary" href="/profile/password">[[password.title]]</a>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
    <section class="pk-section" aria-labelledby="grants">
      <div class="pk-section-head"><h2 class="ds-heading" id="grants">[[profile.grants]]</h2></div>
      <xsl:choose>
        <xsl:when test="grants/grant">
          <table class="ds-table pk-table">
            <thead><tr><th scope="col">[[column.role]]</th><th scope="col">[[column.organisation]]</th><th scope="col">[[column.period]]</th><th scope="col">[[column.validity]]</th><td></td></tr></thead>
            <tbody><xsl:apply-templates select="grants/grant" mode="row"/></tbody>
          </table>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[profile.no_grants]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
