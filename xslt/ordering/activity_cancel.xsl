<?xml version="1.0" encoding="UTF-8"?>
<!-- An activity that will not be held. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:template match="page" mode="title">[[activity.cancel]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="activity-trail"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="activity/@status = 'cancelled' or activity/@status = 'completed'">
        <div class="ds-alert" data-color="info"><p>[[activity.not_cancellable]]</p></div>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="warning"><p>[[activity.cancel_help]]</p>
          <xsl:if test="told/@sites &gt; 0"><p>[[activity.cancel_told#told/@sites]]</p></xsl:if>
          <xsl:if test="told/@students &gt; 0"><p>[[activity.cancel_students#told/@students]]</p></xsl:if>
          <xsl:if test="told/@placed &gt; 0"><p>[[activity.cancel_placed#told/@placed]]</p></xsl:if>
        </div>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
