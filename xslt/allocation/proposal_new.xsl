<?xml version="1.0" encoding="UTF-8"?>
<!-- What a run would begin from, and the button. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:template match="page" mode="title">[[proposal_new.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="proposal-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="start"/>
    <xsl:apply-templates select="form"/>
  </xsl:template>

  <xsl:template match="start">
    <dl class="pk-facts">
      <div><dt>[[proposal_new.students]]</dt><dd><a class="ds-link" href="/activities/{/page/activity/@id}/students"><xsl:value-of select="@students"/></a></dd></div>
      <div><dt>[[proposal_new.handed_in]]</dt><dd><xsl:value-of select="@handed-in"/></dd></div>
      <div><dt>[[proposal_new.places]]</dt><dd>[[proposal_new.places_in]]</dd></div>
      <div><dt>[[proposal_new.locked]]</dt><dd><xsl:value-of select="@locked"/></dd></div>
      <div>
        <dt>[[proposal_new.rules]]</dt>
        <dd>
          <xsl:choose><xsl:when test="@avoid-earlier = 1">[[proposal_new.avoid_earlier]]</xsl:when><xsl:otherwise>[[proposal_new.allow_earlier]]</xsl:otherwise></xsl:choose>
          <xsl:if test="@limit-km"><br/>[[proposal_new.limit]]</xsl:if>
          <xsl:if test="@limit-car-km"><br/>[[proposal_new.limit_car]]</xsl:if>
        </dd>
      </div>
    </dl>
    <xsl:if test="@at-work"><div class="ds-alert" data-color="info"><p>[[proposal_new.at_work]]<xsl:text> </xsl:text><a class="ds-link" href="/proposals/{@at-work}">[[proposal_new.show]]</a></p></div></xsl:if>
    <xsl:if test="@wishes-open = 1"><div class="ds-alert" data-color="warning"><p>[[proposal_new.wishes_open]]</p></div></xsl:if>
    <xsl:if test="@waiting &gt; 0 and not(@wishes-open = 1)"><div class="ds-alert" data-color="info"><p>[[proposal_new.waiting#@waiting]]</p></div></xsl:if>
    <xsl:if test="@short &gt; 0"><div class="ds-alert" data-color="warning"><p>[[proposal_new.short#@short]]</p></div></xsl:if>
    <p class="pk-prose"><xsl:choose><xsl:when test="@shares &gt; 0">[[proposal_new.aims_shared]]</xsl:when><xsl:otherwise>[[proposal_new.aims]]</xsl:otherwise></xsl:choose></p>
  </xsl:template>
  <xsl:template match="page[activity]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}/proposals">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
