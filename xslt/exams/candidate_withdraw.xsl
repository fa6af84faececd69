<?xml version="1.0" encoding="UTF-8"?>
<!-- A candidate withdraws, or is taken off: what that means, or why it cannot be done now. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/candidate.xsl"/>

  <xsl:template match="page" mode="title"><xsl:choose><xsl:when test="rights/@self = 1">[[candidate.withdraw_self]]</xsl:when><xsl:otherwise>[[candidate.withdraw]]</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="candidate-trail"/>
    <li><a class="ds-link" href="/candidates/{candidate/@id}"><xsl:apply-templates select="candidate" mode="called"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><strong><xsl:apply-templates select="candidate" mode="called"/></strong><xsl:text> · </xsl:text><xsl:for-each select="candidate"><xsl:call-template name="exam-when"/></xsl:for-each></p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="form/error or stale or rights/@withdraw-now = 1">
        <ul class="ds-list">
          <xsl:choose>
            <xsl:when test="rights/@self = 1"><li>[[candidate.withdraw_help_self]]</li><xsl:if test="candidate/@registers-to"><li>[[candidate.withdraw_again]]</li></xsl:if></xsl:when>
            <xsl:otherwise><li>[[candidate.withdraw_help]]</li><li>[[candidate.withdraw_told]]</li></xsl:otherwise>
          </xsl:choose>
          <xsl:if test="candidate/@handed-in"><li>[[candidate.withdraw_handed_in]]</li></xsl:if>
        </ul>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p><xsl:apply-templates select="candidate" mode="why"/></p></div>
        <p><a class="ds-link" href="/candidates/{candidate/@id}">[[candidate.back]]</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="candidate" mode="why">[[error.exam_withdrawn_already]]</xsl:template>
  <xsl:template match="candidate[@state = 'registered']" mode="why">[[error.exam_graded]]</xsl:template>
  <xsl:template match="candidate[@state = 'registered' and @shut and @graded = 0]" mode="why">[[withdraw.shut_{@shut}]]</xsl:template>
  <xsl:template match="candidate[@state = 'registered' and @resulted = 1]" mode="why" priority="2">[[error.exam_resulted]]</xsl:template>
  <xsl:template match="candidate[@state = 'registered' and @handed-in and @self = 1 and not(@shut) and @graded = 0 and not(@resulted = 1)]" mode="why" priority="2">[[error.exam_handed_in]]</xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/candidates/{/page/candidate/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
