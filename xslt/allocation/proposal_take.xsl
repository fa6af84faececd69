<?xml version="1.0" encoding="UTF-8"?>
<!-- Whom it moves if the proposal becomes the allocation. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:template match="page" mode="title">[[proposal_take.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="proposal-trail-own"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="proposal" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="proposal/@state != 'ready'">
        <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
        <div class="ds-alert" data-color="info"><p>[[error.proposal_not_now]]</p></div>
      </xsl:when>
      <xsl:when test="meanwhile/fact">
        <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
        <xsl:call-template name="stale"/>
        <p><a class="ds-link" href="/proposals/{proposal/@id}">[[proposal.back]]</a></p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="effect"/>
        <xsl:apply-templates select="form"/>
        <xsl:if test="moves/move"><xsl:apply-templates select="moves"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="effect">
    <xsl:choose>
      <xsl:when test="@moved = 0"><p class="pk-prose">[[proposal_take.nothing]]</p></xsl:when>
      <xsl:otherwise>
        <p class="pk-prose">[[proposal_take.moved#@moved]]</p>
        <ul class="ds-list">
          <xsl:if test="@put &gt; 0"><li>[[proposal_take.put#@put]]</li></xsl:if>
          <xsl:if test="@elsewhere &gt; 0"><li>[[proposal_take.elsewhere#@elsewhere]]</li></xsl:if>
          <xsl:if test="@taken-out &gt; 0"><li>[[proposal_take.taken_out#@taken-out]]</li></xsl:if>
          <xsl:if test="@supervisors &gt; 0"><li>[[proposal_take.supervisors#@supervisors]]</li></xsl:if>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
    <p class="pk-prose"><xsl:choose><xsl:when test="@shared &gt; 0">[[proposal_take.shared#@shared]]</xsl:when><xsl:otherwise>[[proposal_take.unseen]]</xsl:otherwise></xsl:choose></p>
  </xsl:template>
  <xsl:template match="moves">
    <section class="pk-section" aria-labelledby="moves">
      <h2 class="ds-heading" id="moves">[[proposal_take.moves]]</h2>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[proposal_take.moves]]</caption>
        <thead><tr><th scope="col">[[column.student]]</th><th scope="col">[[proposal_take.from]]</th><th scope="col">[[proposal_take.to]]</th><th scope="col">[[column.wish]]</th></tr></thead>
        <tbody><xsl:apply-templates select="move"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="move">
    <tr>
      <th scope="row" data-label="[[column.student]]"><a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@registration}"><xsl:call-template name="student-name"/></a></th>
      <td data-label="[[proposal_take.from]]"><xsl:choose><xsl:when test="@old-unit"><xsl:value-of select="@old-unit"/><span class="pk-sub"><xsl:value-of select="@old-site"/></span></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td data-label="[[proposal_take.to]]"><xsl:choose><xsl:when test="@new-unit"><xsl:value-of select="@new-unit"/><span class="pk-sub"><xsl:value-of select="@new-site"/></span></xsl:when><xsl:otherwise>[[proposal.no_place]]</xsl:otherwise></xsl:choose></td>
      <td data-label="[[column.wish]]"><xsl:choose><xsl:when test="@wish">[[proposal.wish_of]]</xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
