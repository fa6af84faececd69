<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's exams: to register for, to come, over. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/candidate.xsl"/>

  <xsl:template match="page" mode="title">[[my_exams.title]]</xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="mine/candidate"><a class="ds-link pk-download" href="/my-exams.ics"><span class="pk-icon pk-icon-calendar" aria-hidden="true"></span>[[calendar.ics]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="open[session]"/>
    <section class="pk-section" aria-labelledby="mine">
      <h2 class="ds-heading" id="mine">[[my_exams.mine]]</h2>
      <xsl:choose>
        <xsl:when test="mine/candidate"><ul class="pk-cards"><xsl:apply-templates select="mine/candidate" mode="card"/></ul></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[my_exams.none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:apply-templates select="past[candidate]"/>
  </xsl:template>

  <xsl:template match="open">
    <section class="pk-section" aria-labelledby="open">
      <h2 class="ds-heading" id="open">[[my_exams.open]]</h2>
      <ul class="pk-cards"><xsl:apply-templates select="session" mode="card"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="session" mode="card">
    <li class="pk-card">
      <h3 class="ds-heading"><a class="ds-link" href="/exam-sessions/{@id}"><xsl:value-of select="@name"/></a></h3>
      <p><span class="pk-sub"><xsl:value-of select="@courses"/><xsl:text> · </xsl:text><xsl:value-of select="@institution"/></span></p>
      <p><xsl:call-template name="exam-when"/><xsl:if test="@place"><xsl:text> · </xsl:text><xsl:value-of select="@place"/></xsl:if></p>
      <xsl:apply-templates select="." mode="window"/>
    </li>
  </xsl:template>
  <xsl:template match="session" mode="window">
    <p><span class="pk-late"><xsl:if test="@days-left &gt; 2"><xsl:attribute name="class">pk-quiet</xsl:attribute></xsl:if>[[my_exams.last_day]]<xsl:text> · </xsl:text><xsl:apply-templates select="." mode="left"/></span></p>
    <p><a class="ds-button" href="/exam-sessions/{@id}/register">[[my_exams.register]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></a></p>
  </xsl:template>
  <xsl:template match="session[@window = 'coming']" mode="window"><p class="pk-quiet">[[my_exams.opens]]</p></xsl:template>
  <xsl:template match="session[@window = 'closed']" mode="window"><p class="pk-quiet">[[my_exams.closed]]</p></xsl:template>
  <xsl:template match="session" mode="left">[[my_exams.days_left#@days-left]]</xsl:template>
  <xsl:template match="session[@days-left = 0]" mode="left">[[my_exams.today]]</xsl:template>

  <xsl:template match="candidate" mode="card">
    <li class="pk-card">
      <h3 class="ds-heading"><a class="ds-link" href="/candidates/{@id}"><xsl:value-of select="@exam-name"/></a></h3>
      <p>
        <xsl:apply-templates select="." mode="how-far"/>
        <span class="pk-sub"><xsl:value-of select="@course-code"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/><xsl:text> · </xsl:text><xsl:value-of select="@institution"/></span>
      </p>
      <p><xsl:call-template name="exam-when"/><xsl:if test="@place"><xsl:text> · </xsl:text><xsl:value-of select="@place"/></xsl:if><xsl:call-template name="own-end"/></p>
      <xsl:if test="@code"><p>[[candidate.code]]: <code class="pk-code"><xsl:value-of select="@code"/></code></p></xsl:if>
      <xsl:if test="@cancelled = 0 and (@running = 1 or @date-mode = 'none')"><p><a class="ds-button" href="/candidates/{@id}/hand-in">[[hand_in.title]]<span class="ds-sr-only">: <xsl:value-of select="@exam-name"/></span></a></p></xsl:if>
    </li>
  </xsl:template>
  <xsl:template match="candidate" mode="how-far"><span class="ds-tag pk-tag" data-color="success">[[candidate.state_registered]]</span></xsl:template>
  <xsl:template match="candidate[@handed-in]" mode="how-far"><span class="ds-tag pk-tag" data-color="success">[[candidate.handed_in]]</span></xsl:template>
  <xsl:template match="candidate[@running = 1 and not(@handed-in)]" mode="how-far"><span class="ds-tag pk-tag" data-color="info">[[exam_stage.running]]</span></xsl:template>
  <xsl:template match="candidate[@cancelled = 1]" mode="how-far" priority="2"><span class="ds-tag pk-tag" data-color="danger">[[exam_stage.cancelled]]</span></xsl:template>

  <xsl:template match="past">
    <section class="pk-section" aria-labelledby="past">
      <h2 class="ds-heading" id="past">[[my_exams.past]]</h2>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.exam]]</th><th scope="col">[[exam.when]]</th><th scope="col">[[candidate.code]]</th><th scope="col">[[column.state]]</th></tr></thead>
        <tbody><xsl:apply-templates select="candidate" mode="past"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="candidate" mode="past">
    <tr>
      <th scope="row" data-label="[[column.exam]]"><a class="ds-link" href="/candidates/{@id}"><xsl:value-of select="@exam-name"/></a><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@course-code"/></span></th>
      <td data-label="[[exam.when]]"><xsl:call-template name="exam-when"/></td>
      <td data-label="[[candidate.code]]"><xsl:if test="@code"><code class="pk-code"><xsl:value-of select="@code"/></code></xsl:if></td>
      <td data-label="[[column.state]]"><xsl:apply-templates select="." mode="outcome"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="candidate" mode="outcome"><span class="ds-tag pk-tag" data-color="neutral">[[candidate.not_handed_in]]</span></xsl:template>
  <xsl:template match="candidate[@handed-in]" mode="outcome"><span class="ds-tag pk-tag" data-color="success">[[candidate.handed_in]]</span></xsl:template>
  <xsl:template match="candidate[@type = 'other']" mode="outcome"/>
  <xsl:template match="candidate[@cancelled = 1]" mode="outcome" priority="2"><span class="ds-tag pk-tag" data-color="danger">[[exam_stage.cancelled]]</span></xsl:template>
  <xsl:template match="candidate[@state = 'withdrawn']" mode="outcome" priority="3"><span class="ds-tag pk-tag" data-color="neutral">[[candidate.state_withdrawn]]</span></xsl:template>
</xsl:stylesheet>
