<?xml version="1.0" encoding="UTF-8"?>
<!-- A class that is not needed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[class.remove]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p>[[class.remove_help]]</p>
    <xsl:if test="roles/@people &gt; 0"><p>[[class.remove_roles#roles/@people]]</p></xsl:if>
    <xsl:apply-templates select="class" mode="facts"/>
    <xsl:apply-templates select="form"/>
  </xsl:template>
  <xsl:template match="class" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.class]]</dt><dd><xsl:value-of select="@letter"/></dd></div>
      <div><dt>[[column.period]]</dt><dd><xsl:call-template name="period"/></dd></div>
      <div><dt>[[column.places_wanted]]</dt><dd><xsl:value-of select="@places-wanted"/></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
