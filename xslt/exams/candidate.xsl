<?xml version="1.0" encoding="UTF-8"?>
<!-- One candidate: to the student their exam, to the planner the student. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/candidate.xsl"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="candidate" mode="called"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="candidate-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="candidate" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@hand-in-now = 1"><a class="ds-button" href="/candidates/{candidate/@id}/hand-in">[[hand_in.title]]</a></xsl:if>
    <xsl:if test="rights/@accommodation-now = 1"><a class="ds-button" data-variant="secondary" href="/candidates/{candidate/@id}/accommodation">[[candidate.accommodate]]</a></xsl:if>
    <xsl:if test="rights/@withdraw-now = 1"><a class="ds-button" data-variant="secondary" href="/candidates/{candidate/@id}/withdraw">
      <xsl:choose><xsl:when test="rights/@self = 1">[[candidate.withdraw_self]]</xsl:when><xsl:otherwise>[[candidate.withdraw]]</xsl:otherwise></xsl:choose>
    </a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="candidate/@cancelled = 1"><div class="ds-alert" data-color="warning"><p>[[exam.is_cancelled]]</p></div></xsl:if>
    <xsl:if test="candidate[@state = 'withdrawn' and @cancelled = 0]"><div class="ds-alert" data-color="info"><p>[[candidate.is_withdrawn]]</p></div></xsl:if>
    <section class="pk-section" aria-labelledby="exam">
      <h2 class="ds-heading" id="exam">[[candidate.the_exam]]</h2>
      <xsl:apply-templates select="candidate" mode="facts"/>
    </section>
    <section class="pk-section" aria-labelledby="handed-in">
      <h2 class="ds-heading" id="handed-in">[[column.handed]]</h2>
      <xsl:apply-templates select="candidate" mode="handed-in"/>
      <xsl:choose>
        <xsl:when test="rights/@hand-in = 1"><p><a class="ds-link" href="/candidates/{candidate/@id}/hand-in">[[hand_in.about]]</a></p></xsl:when>
        <xsl:when test="candidate[@handed-in = 'file' and @anonymous = 1 and @graded = 0]"><p class="pk-quiet">[[hand_in.original_later]]</p></xsl:when>
        <xsl:when test="candidate/@handed-in = 'file'"><p><a class="ds-link" href="/candidates/{candidate/@id}/file">[[hand_in.original]]</a></p></xsl:when>
      </xsl:choose>
    </section>
    <xsl:if test="rights/@plan = 1 and rights/@self = 0"><xsl:apply-templates select="candidate" mode="student"/></xsl:if>
    <xsl:apply-templates select="history" mode="history"/>
  </xsl:template>

  <xsl:template match="candidate" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[candidate.concerns]]</dt><dd><strong><xsl:value-of select="@course-code"/></strong><xsl:text> </xsl:text><xsl:value-of select="@course-name"/><xsl:if test="@module-name"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@module-name"/></span></xsl:if></dd></div>
      <div><dt>[[exam.when]]</dt><dd><xsl:call-template name="exam-when"/><xsl:call-template name="own-end"/></dd></div>
      <xsl:if test="@place"><div><dt>[[exam.place]]</dt><dd><xsl:value-of select="@place"/></dd></div></xsl:if>
      <div><dt>[[column.accommodation]]</dt><dd><xsl:choose><xsl:when test="@extra-minutes &gt; 0 or @accommodation != '' or @accommodation-note"><xsl:call-template name="accommodations"/></xsl:when><xsl:otherwise><span class="pk-quiet">[[candidate.no_accommodation]]</span></xsl:otherwise></xsl:choose></dd></div>
      <xsl:if test="@anonymous = 1"><div><dt>[[candidate.code]]</dt><dd><xsl:apply-templates select="." mode="code"/></dd></div></xsl:if>
      <xsl:if test="@state = 'registered'"><div><dt>[[column.registered_at]]</dt><dd><time datetime="{@registered-at}"><xsl:value-of select="@registered-at-text"/></time><span class="pk-sub"><xsl:text> </xsl:text><xsl:choose><xsl:when test="@by-self = 1 and /page/rights/@self = 1">[[candidate.by_you]]</xsl:when><xsl:when test="@by-self = 1">[[candidate.by_self]]</xsl:when><xsl:otherwise>[[candidate.by_planner]]</xsl:otherwise></xsl:choose></span></dd></div></xsl:if>
      <xsl:if test="@registers-to and /page/rights/@self = 1 and /page/rights/@withdraw-now = 1"><div><dt>[[candidate.may_withdraw]]</dt><dd><time datetime="{@registers-to}"><xsl:value-of select="@registers-to-text"/></time></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="candidate" mode="code"><span class="pk-quiet">[[candidate.code_planner]]</span></xsl:template>
  <xsl:template match="candidate[/page/rights/@self = 1]" mode="code"><span class="pk-quiet">[[candidate.code_after]]</span></xsl:template>
  <xsl:template match="candidate[/page/code]" mode="code" priority="2"><code class="pk-code"><xsl:value-of select="/page/code/@code"/></code></xsl:template>

  <xsl:template match="candidate" mode="handed-in"><p class="pk-quiet">[[candidate.not_handed_in]]</p></xsl:template>
  <xsl:template match="candidate[@attendance = 'absent']" mode="handed-in"><p class="pk-quiet">[[candidate.absent]]</p></xsl:template>
  <xsl:template match="candidate[@handed-in]" mode="handed-in" priority="2">
    <p><time datetime="{@handed-in-at}"><xsl:value-of select="@handed-in-at-text"/></time></p>
  </xsl:template>

  <xsl:template match="candidate" mode="student">
    <section class="pk-section" aria-labelledby="student">
      <h2 class="ds-heading" id="student">[[registration.student]]</h2>
      <dl class="pk-facts">
        <div><dt>[[column.name]]</dt><dd><xsl:value-of select="@name"/></dd></div>
        <xsl:if test="@email"><div><dt>[[column.email]]</dt><dd><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></dd></div></xsl:if>
      </dl>
    </section>
  </xsl:template>
</xsl:stylesheet>
