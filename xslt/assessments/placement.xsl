<?xml version="1.0" encoding="UTF-8"?>
<!-- How a placement period goes: warnings first, then midway, final, attendance. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="placement" mode="student"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:if test="viewer/@see-students = 1"><li><a class="ds-link" href="/students">[[nav.students]]</a></li></xsl:if>
    <xsl:if test="rights/@institution-side = 1"><li><a class="ds-link" href="/activities/{placement/@activity}/assessments"><xsl:value-of select="placement/@activity-name"/></a></li></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead"><span class="ds-tag pk-tag" data-validity="{placement/@view}">[[placement_view.{placement/@view}]]</span><xsl:text> </xsl:text><xsl:value-of select="placement/@activity-name"/><xsl:text> · </xsl:text><xsl:for-each select="placement"><xsl:call-template name="period"/></xsl:for-each></p>
  </xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="placement-tabs"><xsl:with-param name="here" select="'assessment'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@assess-now = 1 and placement/@view = 'now' and not(doubts/doubt[not(@lifted-at)])"><a class="ds-button" data-variant="secondary" href="/placements/{placement/@id}/doubt">[[doubt.new]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="placement/@cancelled-at"><div class="ds-alert" data-color="warning"><p>[[activity.is_cancelled]]</p></div></xsl:if>
    <xsl:if test="placement/@ended-on"><xsl:for-each select="placement"><div class="ds-alert" data-color="info"><p>[[placement.ended_on]]</p></div></xsl:for-each></xsl:if>
    <xsl:if test="rights/@self = 1"><xsl:call-template name="to-sign"/></xsl:if>
    <xsl:apply-templates select="doubts/doubt"/>
    <xsl:if test="rights/@assess = 1 and not(doubts/doubt) and placement/@view = 'now'"><p class="pk-quiet"><xsl:apply-templates select="placement" mode="doubt-until"/></p></xsl:if>
    <section class="pk-section" aria-labelledby="midway">
      <div class="pk-section-head"><h2 class="ds-heading" id="midway">[[assessment.midway]]</h2><xsl:call-template name="write"><xsl:with-param name="kind" select="'midway'"/></xsl:call-template></div>
      <xsl:call-template name="assessment"><xsl:with-param name="kind" select="'midway'"/></xsl:call-template>
    </section>
    <section class="pk-section" aria-labelledby="final">
      <div class="pk-section-head"><h2 class="ds-heading" id="final">[[assessment.final]]</h2><xsl:call-template name="write"><xsl:with-param name="kind" select="'final'"/></xsl:call-template></div>
      <xsl:call-template name="assessment"><xsl:with-param name="kind" select="'final'"/></xsl:call-template>
      <xsl:apply-templates select="result"/>
    </section>
    <section class="pk-section" aria-labelledby="attendance">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="attendance">[[attendance.title]]</h2>
        <xsl:if test="rights/@assess-now = 1"><a class="ds-button" data-variant="secondary" href="/placements/{placement/@id}/absence">[[attendance.enter]]</a></xsl:if>
      </div>
      <xsl:apply-templates select="attendance"/>
    </section>
    <xsl:apply-templates select="history[event]" mode="history"/>
  </xsl:template>
  <xsl:template match="placement" mode="doubt-until">[[doubt.until]]</xsl:template>
  <xsl:template match="placement[@doubt-late]" mode="doubt-until">[[doubt.until_gone]]</xsl:template>

  <!-- What waits for the student's signature. -->
  <xsl:template name="to-sign">
    <xsl:if test="doubts/doubt[not(@seen-at)] or assessments/assessment[@state = 'given']">
      <ul class="pk-todo" data-now="">
        <xsl:apply-templates select="doubts/doubt[not(@seen-at)]" mode="to-sign"/>
        <xsl:apply-templates select="assessments/assessment[@state = 'given']" mode="to-sign"/>
      </ul>
    </xsl:if>
  </xsl:template>
  <xsl:template match="doubt" mode="to-sign"><li><a href="/doubts/{@id}/sign"><span class="pk-todo-what">[[doubt.sign]]</span><span class="pk-todo-when"><xsl:value-of select="@given-at-text"/></span></a></li></xsl:template>
  <xsl:template match="assessment" mode="to-sign"><li><a href="/assessments/{@id}/sign"><span class="pk-todo-what">[[assessment_sign.{@kind}]]</span><span class="pk-todo-when"><xsl:value-of select="@given-at-text"/></span></a></li></xsl:template>

  <xsl:template match="doubt">
    <section class="pk-section" aria-labelledby="doubt-{@id}">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="doubt-{@id}">[[doubt.title]]<xsl:text> </xsl:text><xsl:apply-templates select="." mode="state"/></h2>
        <xsl:if test="/page/rights/@assess = 1 and not(@lifted-at)">
          <div class="pk-buttons">
            <a class="ds-button" data-variant="secondary" href="/doubts/{@id}/meeting">[[doubt.edit_meeting]]</a>
            <a class="ds-button" data-variant="tertiary" href="/doubts/{@id}/lift">[[doubt.lift]]</a>
          </div>
        </xsl:if>
      </div>
      <xsl:apply-templates select="." mode="shown"/>
    </section>
  </xsl:template>
  <xsl:template match="doubt" mode="state"><span class="ds-tag pk-tag" data-color="danger">[[doubt.stands]]</span></xsl:template>
  <xsl:template match="doubt[@lifted-at]" mode="state"><span class="ds-tag pk-tag" data-color="neutral">[[doubt.is_lifted]]</span></xsl:template>

  <!-- One kind of assessment: what was given, or how far it is. -->
  <xsl:template name="assessment">
    <xsl:param name="kind"/>
    <xsl:variable name="assessment" select="assessments/assessment[@kind = $kind]"/>
    <xsl:choose>
      <xsl:when test="$assessment[@state != 'draft']">
        <xsl:apply-templates select="$assessment" mode="given"/>
        <xsl:if test="$assessment/@state = 'given' and not(rights/@self = 1)"><p class="pk-quiet">[[assessments.unsigned]]</p></xsl:if>
      </xsl:when>
      <xsl:when test="$assessment"><p><span class="ds-tag pk-tag" data-state="draft">[[assessments.draft]]</span><xsl:text> </xsl:text><span class="pk-quiet">[[assessments.draft_help]]</span></p></xsl:when>
      <xsl:when test="$kind = 'midway'"><p class="pk-quiet"><xsl:apply-templates select="placement" mode="midway-due"/></p></xsl:when>
      <xsl:otherwise><p class="pk-quiet"><xsl:apply-templates select="placement" mode="final-due"/></p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="placement" mode="midway-due">[[assessments.midway_due]]</xsl:template>
  <xsl:template match="placement" mode="final-due">[[assessments.final_due]]</xsl:template>
  <xsl:template name="write">
    <xsl:param name="kind"/>
    <xsl:variable name="state" select="assessments/assessment[@kind = $kind]/@state"/>
    <xsl:if test="rights/@assess-now = 1 and not($state = 'signed') and not($kind = 'final' and result[@state != 'draft'])">
      <a class="ds-button" href="/placements/{placement/@id}/{$kind}">
        <xsl:if test="$state = 'given' or ($kind = 'final' and not(assessments/assessment[@kind = 'midway'][@state != 'draft']))"><xsl:attribute name="data-variant">secondary</xsl:attribute></xsl:if>
        <xsl:choose>
          <xsl:when test="$state = 'given'">[[assessments.correct]]</xsl:when>
          <xsl:when test="$state = 'draft'">[[assessments.go_on]]</xsl:when>
          <xsl:otherwise>[[assessments.write]]</xsl:otherwise>
        </xsl:choose>
        <span class="ds-sr-only">: <xsl:if test="$kind = 'midway'">[[assessment.midway]]</xsl:if><xsl:if test="$kind = 'final'">[[assessment.final]]</xsl:if></span>
      </a>
    </xsl:if>
  </xsl:template>
  <xsl:template match="result">
    <dl class="pk-facts"><div><dt>[[assessments.result]]</dt><dd><strong><xsl:value-of select="@grade"/></strong><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-result="{@state}">[[result_state.{@state}]]</span></dd></div></dl>
  </xsl:template>

  <xsl:template match="attendance">
    <dl class="pk-facts">
      <div>
        <dt>[[attendance.percent]]</dt>
        <dd>
          <xsl:value-of select="@percent"/> %
          <xsl:if test="../placement/@attendance-percent &gt; @percent"><span class="ds-tag pk-tag" data-color="warning"><xsl:apply-templates select="../placement" mode="attendance"/></span></xsl:if>
          <xsl:if test="../placement/@attendance-percent &lt;= @percent"><span class="pk-quiet"><xsl:apply-templates select="../placement" mode="attendance"/></span></xsl:if>
        </dd>
      </div>
      <div><dt>[[attendance.planned]]</dt><dd><xsl:value-of select="@planned-text"/></dd></div>
      <div><dt>[[attendance.away]]</dt><dd><xsl:value-of select="@away-text"/></dd></div>
      <xsl:if test="@made-up != 0"><div><dt>[[attendance.made_up]]</dt><dd><xsl:value-of select="@made-up-text"/></dd></div></xsl:if>
    </dl>
    <xsl:choose>
      <xsl:when test="../absences/absence">
        <table class="ds-table pk-table">
          <thead><tr><th scope="col">[[attendance.day]]</th><th scope="col" class="pk-number">[[attendance.hours]]</th><th scope="col">[[attendance.is_made_up]]</th><th scope="col">[[attendance.note]]</th></tr></thead>
          <tbody><xsl:apply-templates select="../absences/absence" mode="row"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><p class="pk-quiet">[[attendance.none]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="placement" mode="attendance">[[attendance.wanted]]</xsl:template>
  <xsl:template match="absence" mode="row">
    <tr>
      <th scope="row" data-label="[[attendance.day]]"><time datetime="{@day}"><xsl:value-of select="@day-text"/></time></th>
      <td data-label="[[attendance.hours]]" class="pk-number"><xsl:value-of select="@hours-text"/></td>
      <td data-label="[[attendance.is_made_up]]"><xsl:if test="@made-up">[[attendance.yes]]</xsl:if></td>
      <td data-label="[[attendance.note]]"><xsl:value-of select="@note"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
