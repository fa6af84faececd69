<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of an exam session share. Block: session (fragment exam_session_head); rights of exam_session. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- The session's tabs, those the viewer has. here: details, candidates … -->
  <xsl:template name="exam-tabs">
    <xsl:param name="here"/>
    <xsl:variable name="session" select="concat('/exam-sessions/', session/@id)"/>
    <nav class="pk-tabs" aria-label="[[layout.tabs]]">
      <ul>
        <xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'details'"/><xsl:with-param name="address" select="$session"/><xsl:with-param name="here" select="$here"/></xsl:call-template>
        <xsl:if test="rights/@see-candidates = 1"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'candidates'"/><xsl:with-param name="address" select="concat($session, '/candidates')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@see-candidates = 1"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'lists'"/><xsl:with-param name="address" select="concat($session, '/attendance')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@see-candidates = 1"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'hand_ins'"/><xsl:with-param name="address" select="concat($session, '/hand-ins')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@grading = 1 and session/@exam"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'grading'"/><xsl:with-param name="address" select="concat('/exams/', session/@exam)"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@grading = 1 and session/@state = 'confirmed' and session/@exam-state = 'confirmed'"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'transfer'"/><xsl:with-param name="address" select="concat('/exams/', session/@exam, '/transfer')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
        <xsl:if test="rights/@results = 1"><xsl:call-template name="exam-tab"><xsl:with-param name="part" select="'results'"/><xsl:with-param name="address" select="concat($session, '/results')"/><xsl:with-param name="here" select="$here"/></xsl:call-template></xsl:if>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template name="exam-tab">
    <xsl:param name="part"/>
    <xsl:param name="address"/>
    <xsl:param name="here"/>
    <li>
      <a href="{$address}">
        <xsl:if test="$part = $here"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>
        <xsl:value-of select="pk:label('exam.part_', $part)"/>
      </a>
    </li>
  </xsl:template>

  <!-- The way to a session's own page (exam-trail), and to a page below it (exam-trail-below). -->
  <xsl:template name="exam-trail">
    <xsl:choose>
      <xsl:when test="viewer/@see-exams = 1"><li><a class="ds-link" href="/exam-sessions">[[exam_sessions.title]]</a></li></xsl:when>
      <xsl:when test="viewer/@student = 1"><li><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></li></xsl:when>
      <xsl:otherwise><li><a class="ds-link" href="/">[[nav.front]]</a></li></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="exam-trail-below">
    <xsl:call-template name="exam-trail"/>
    <li><a class="ds-link" href="/exam-sessions/{session/@id}"><xsl:value-of select="session/@name"/></a></li>
  </xsl:template>

  <!-- Below a session's name: how far it has come, what kind, when, whose. -->
  <xsl:template name="exam-head">
    <xsl:for-each select="session">
      <p class="pk-lead">
        <span class="ds-tag pk-tag" data-stage="{@stage}">[[exam_stage.{@stage}]]</span>
        <xsl:text> </xsl:text>
        <span>[[exam_type.{@type}]]<xsl:text> · </xsl:text>
          <xsl:call-template name="exam-when"/><xsl:text> · </xsl:text>
          <a class="ds-link" href="/institutions/{@institution}"><xsl:value-of select="@institution-name"/></a>
        </span>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- When, on an element with @date-mode, @starts-on, @starts-at, @ends-on, @ends-at:
       "11.09.2027 kl. 08.30–11.30", "01.03.2027 kl. 09.00 – 05.03.2027 kl. 12.00", or that no day is set. -->
  <xsl:template name="exam-when">
    <xsl:choose>
      <xsl:when test="@date-mode = 'day'">
        <span class="pk-when"><time class="pk-nowrap" datetime="{@starts-on}T{@starts-at}"><xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@starts-at" mode="clock"/></time>–<xsl:apply-templates select="@ends-at" mode="clock"/></span>
      </xsl:when>
      <xsl:when test="@date-mode = 'period'">
        <span class="pk-when"><time class="pk-nowrap" datetime="{@starts-on}T{@starts-at}"><xsl:value-of select="@starts-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@starts-at" mode="clock"/></time> – <time class="pk-nowrap" datetime="{@ends-on}T{@ends-at}"><xsl:value-of select="@ends-on-text"/><xsl:text> </xsl:text>[[exam.at]] <xsl:apply-templates select="@ends-at" mode="clock"/></time></span>
      </xsl:when>
      <xsl:otherwise><span class="pk-when">[[exam.no_date]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- "08:30" as the language writes it: a point in bokmål and nynorsk. -->
  <xsl:template match="@*" mode="clock">
    <xsl:choose>
      <xsl:when test="starts-with(/page/@lang, 'n')"><xsl:value-of select="translate(., ':', '.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- When students register, on a session: not at all, or from – to and whether that is now. -->
  <xsl:template name="exam-registers">
    <xsl:choose>
      <xsl:when test="@registers = 'none' and @resit-of">[[exam.registers_none_resit]]</xsl:when>
      <xsl:when test="@registers = 'none'">[[exam.registers_none]]</xsl:when>
      <xsl:otherwise>
        <time class="pk-nowrap" datetime="{@registers-from}"><xsl:value-of select="@registers-from-text"/></time>–<time class="pk-nowrap" datetime="{@registers-to}"><xsl:value-of select="@registers-to-text"/></time>
        <xsl:if test="not(@state = 'cancelled')">
          <xsl:text> </xsl:text><span class="ds-tag pk-tag" data-registers="{@registers}">[[exam_registers.{@registers}]]</span>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What codes look like, on a session: "IMAGE-0001-ABC". -->
  <xsl:template name="exam-code-like" pk:plain="yes">
    <xsl:if test="@code-prefix"><xsl:value-of select="@code-prefix"/><xsl:text>-</xsl:text></xsl:if>
    <xsl:choose>
      <xsl:when test="@code-format = 'letters'">ABC-DEF</xsl:when>
      <xsl:otherwise>0001-ABC</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A course instance in words, as one looks for it: "SYK150 Praksis i sjukehus 7,5 / 12.01.2027–20.06.2027 SYK150-27V 100 % Campus Bergen". -->
  <xsl:template name="exam-instance">
    <strong><xsl:value-of select="@course-code"/></strong><xsl:text> </xsl:text><xsl:value-of select="@course-name"/>
    <xsl:if test="@course-credits"><xsl:text> </xsl:text><span class="pk-nowrap">[[exam.course_credits]]</span></xsl:if>
    <span class="pk-sub">
      <xsl:value-of select="@starts-text"/>–<xsl:value-of select="@ends-text"/><xsl:text> · </xsl:text><xsl:value-of select="@code"/>
      <xsl:if test="@pace"><xsl:text> · </xsl:text>[[exam.pace]]</xsl:if>
      <xsl:if test="@mode"><xsl:text> · </xsl:text>[[exam_mode.{@mode}]]</xsl:if>
      <xsl:if test="@place"><xsl:text> · </xsl:text><xsl:value-of select="@place"/></xsl:if>
      <xsl:if test="@department"><xsl:text> · </xsl:text><xsl:value-of select="@department"/></xsl:if>
    </span>
  </xsl:template>
  <!-- What a session concerns for an instance. -->
  <xsl:template name="exam-module">
    <xsl:choose>
      <xsl:when test="@module"><strong><xsl:value-of select="@module-code"/></strong><xsl:text> </xsl:text><xsl:value-of select="@module-name"/><span class="pk-sub">[[exam.credits]] · <xsl:value-of select="@scale-name"/></span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[exam.no_module]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What an exam concerns, in a line each: block modules (fragment exam_modules). -->
  <xsl:template match="modules"><ul class="ds-list"><xsl:apply-templates select="module"/></ul></xsl:template>
  <xsl:template match="module">
    <li><strong><xsl:value-of select="@course-code"/></strong><xsl:text> </xsl:text><xsl:value-of select="@course-name"/>
      <xsl:if test="@code"><xsl:text> · </xsl:text><xsl:value-of select="@code"/><xsl:text> </xsl:text><xsl:value-of select="@name"/><xsl:text> · </xsl:text>[[exam.credits]]</xsl:if>
    </li>
  </xsl:template>

  <!-- The facts of a session. -->
  <xsl:template match="session" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[exam.name_other]]</dt><dd><xsl:value-of select="@name-other"/></dd></div>
      <div><dt>[[exam.when]]</dt><dd><xsl:call-template name="exam-when"/></dd></div>
      <xsl:if test="@place"><div><dt>[[exam.place]]</dt><dd><xsl:value-of select="@place"/></dd></div></xsl:if>
      <div><dt>[[exam.registration]]</dt><dd><xsl:call-template name="exam-registers"/></dd></div>
      <div><dt>[[exam.anonymity]]</dt><dd><xsl:apply-templates select="." mode="anonymity"/></dd></div>
      <xsl:if test="@scale-name"><div><dt>[[exam.scale]]</dt><dd><xsl:value-of select="@scale-name"/><xsl:if test="@scale-number &gt; 1"><span class="pk-sub">[[exam.scale_version]]</span></xsl:if></dd></div></xsl:if>
      <xsl:if test="@results-due"><div><dt>[[column.results_due]]</dt><dd><time datetime="{@results-due}"><xsl:value-of select="@results-due-text"/></time></dd></div></xsl:if>
      <xsl:if test="../figures"><div><dt>[[exam.candidates]]</dt><dd><xsl:value-of select="../figures/@registered"/></dd></div></xsl:if>
      <xsl:if test="@resit-of"><div><dt>[[exam.resit_of]]</dt><dd><a class="ds-link" href="/exam-sessions/{@resit-of}"><xsl:value-of select="@resit-of-name"/></a></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="session" mode="anonymity">[[exam.anonymous_no]]</xsl:template>
  <xsl:template match="session[@anonymous = 1]" mode="anonymity"><code><xsl:call-template name="exam-code-like"/></code><span class="pk-sub">[[exam.code_shown_{@code-shown}]]</span></xsl:template>

  <xsl:template match="instances" mode="modules"><p class="pk-quiet">[[exam.no_instances]]</p></xsl:template>
  <xsl:template match="instances[instance]" mode="modules">
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[exam.instance]]</th><th scope="col">[[exam.module]]</th></tr></thead>
      <tbody><xsl:apply-templates select="instance" mode="modules"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="instance" mode="modules">
    <tr>
      <th scope="row" data-label="[[exam.instance]]"><xsl:call-template name="exam-instance"/></th>
      <td data-label="[[exam.module]]"><xsl:call-template name="exam-module"/></td>
    </tr>
  </xsl:template>

  <!-- Another session in a list of words. -->
  <xsl:template match="session" mode="named">
    <li><a class="ds-link" href="/exam-sessions/{@id}"><xsl:value-of select="@name"/></a><xsl:text> · </xsl:text><xsl:call-template name="exam-when"/><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-stage="{@stage}">[[exam_stage.{@stage}]]</span></li>
  </xsl:template>
  <!-- In place of a form that the session's state leaves no use for. -->
  <xsl:template name="exam-not-now">
    <div class="ds-alert" data-color="info">
      <p><xsl:choose><xsl:when test="session/@state = 'cancelled'">[[error.session_cancelled]]</xsl:when><xsl:otherwise>[[error.session_confirmed]]</xsl:otherwise></xsl:choose></p>
      <p><a class="ds-link" href="/exam-sessions/{session/@id}"><xsl:value-of select="session/@name"/></a></p>
    </div>
  </xsl:template>
</xsl:stylesheet>
