<?xml version="1.0" encoding="UTF-8"?>
<!-- The log of a transfer: its receipt, which adds up, and each paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/transfer.xsl"/>

  <xsl:variable name="outcomes" select="'transfer_log_outcome.'"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'transfer_log'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="transfer"><xsl:apply-templates select="transfer"/></xsl:when>
      <xsl:when test="job/@state = 'waiting' or job/@state = 'running'"><xsl:call-template name="transfer-begun"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="nothing"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="nothing">
    <xsl:apply-templates select="job[@state = 'failed']" mode="failure"/>
    <div class="pk-empty">
      <p>[[transfer_log.nothing]]</p>
      <xsl:if test="rights/@transfer-now = 1"><p><a class="ds-button" href="/exams/{exam/@id}/transfer">[[transfer.title]]</a></p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="transfer">
    <div class="ds-alert" data-color="success" role="status">
      <h2 class="ds-heading">[[transfer.done]]</h2>
      <p>[[transfer.done_help]]</p>
      <p><a class="ds-link" href="/exam-sessions/{../exam/@exam-session}/results">[[transfer_log.results]]</a></p>
    </div>
    <section class="pk-section" aria-labelledby="receipt">
      <h2 class="ds-heading" id="receipt">[[transfer_log.receipt]]</h2>
      <p class="pk-quiet">
        <time datetime="{@at}"><xsl:value-of select="@at-text"/></time>
        <xsl:text> · </xsl:text>
        <xsl:choose>
          <xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when>
          <xsl:otherwise>[[history.protected]]</xsl:otherwise>
        </xsl:choose>
      </p>
      <ul>
        <li>[[transfer_log.sum]]<xsl:text> </xsl:text><xsl:call-template name="adds-up"><xsl:with-param name="good" select="@papers = @written + @overwritten + @failed"/></xsl:call-template></li>
        <li>[[transfer_log.sum_results]]<xsl:text> </xsl:text><xsl:call-template name="adds-up"><xsl:with-param name="good" select="@results = @transferred"/></xsl:call-template></li>
      </ul>
      <xsl:apply-templates select="../grades[grade]"/>
    </section>
    <section class="pk-section" aria-labelledby="papers">
      <h2 class="ds-heading" id="papers">[[transfer_log.rows]]</h2>
      <xsl:apply-templates select="../rows" mode="list"/>
    </section>
  </xsl:template>
  <xsl:template name="adds-up">
    <xsl:param name="good"/>
    <xsl:choose>
      <xsl:when test="$good"><span class="ds-tag pk-tag" data-color="success">[[transfer_log.adds_up]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="danger">[[transfer_log.adds_not_up]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="grades">
    <table class="ds-table pk-table">
      <caption>[[transfer_log.grades]]</caption>
      <thead><tr><th scope="col">[[column.new_grade]]</th><th scope="col" class="pk-number">[[transfer.papers]]</th><th scope="col" class="pk-number">[[transfer_log.transferred]]</th><th scope="col" class="pk-number">[[transfer_log.failed]]</th></tr></thead>
      <tbody>
        <xsl:apply-templates select="grade"/>
        <tr>
          <th scope="row" data-label="[[column.new_grade]]">[[transfer_log.all]]</th>
          <td data-label="[[transfer.papers]]" class="pk-number"><strong><xsl:value-of select="sum(grade/@papers)"/></strong></td>
          <td data-label="[[transfer_log.transferred]]" class="pk-number"><strong><xsl:value-of select="sum(grade/@transferred)"/></strong></td>
          <td data-label="[[transfer_log.failed]]" class="pk-number"><strong><xsl:value-of select="sum(grade/@failed)"/></strong></td>
        </tr>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="grade">
    <tr>
      <th scope="row" data-label="[[column.new_grade]]"><xsl:choose><xsl:when test="@symbol"><xsl:value-of select="@symbol"/></xsl:when><xsl:otherwise>[[transfer_log.no_grade]]</xsl:otherwise></xsl:choose></th>
      <td data-label="[[transfer.papers]]" class="pk-number"><xsl:value-of select="@papers"/></td>
      <td data-label="[[transfer_log.transferred]]" class="pk-number"><xsl:value-of select="@transferred"/></td>
      <td data-label="[[transfer_log.failed]]" class="pk-number"><xsl:value-of select="@failed"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
