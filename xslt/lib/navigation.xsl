<?xml version="1.0" encoding="UTF-8"?>
<!-- The way around: what the viewer may go to, with the present place marked. A link that is the present place and one that is
     not are written out as two literals, which fold into ready text. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- On narrow screens the list is a popover that the header's button opens; on wide ones it stands beside the page. -->
  <xsl:template name="navigation">
    <nav class="pk-nav" id="menu" popover="auto" aria-label="[[layout.navigation]]">
      <ul>
        <xsl:choose>
          <xsl:when test="@area = 'home'">
            <li><a href="/" aria-current="page"><span class="pk-icon pk-icon-home"></span>[[nav.front]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/"><span class="pk-icon pk-icon-home"></span>[[nav.front]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="@area = 'calendar' or starts-with(@path, '/activities') or starts-with(@path, '/classes')">
            <li><a href="/calendar" aria-current="true"><span class="pk-icon pk-icon-calendar"></span>[[nav.calendar]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/calendar"><span class="pk-icon pk-icon-calendar"></span>[[nav.calendar]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="viewer/@see-orders = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/orders')">
              <li><a href="/orders" aria-current="true"><span class="pk-icon pk-icon-orders"></span>[[nav.orders]]<xsl:call-template name="unanswered"/></a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/orders"><span class="pk-icon pk-icon-orders"></span>[[nav.orders]]<xsl:call-template name="unanswered"/></a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-students = 1">
          <xsl:choose>
            <xsl:when test="(starts-with(@path, '/students') and @area = 'allocation') or starts-with(@path, '/placements')">
              <li><a href="/students" aria-current="true"><span class="pk-icon pk-icon-student"></span>[[nav.students]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/students"><span class="pk-icon pk-icon-student"></span>[[nav.students]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-exams = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/exam-sessions') or starts-with(@path, '/candidates')">
              <li><a href="/exam-sessions" aria-current="true"><span class="pk-icon pk-icon-exam"></span>[[nav.exam_sessions]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/exam-sessions"><span class="pk-icon pk-icon-exam"></span>[[nav.exam_sessions]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-grading = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/exams')">
              <li><a href="/exams" aria-current="true"><span class="pk-icon pk-icon-grading"></span>[[nav.exams]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/exams"><span class="pk-icon pk-icon-grading"></span>[[nav.exams]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-results = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/results') or @area = 'transcripts'">
              <li><a href="/results" aria-current="true"><span class="pk-icon pk-icon-result"></span>[[nav.results]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/results"><span class="pk-icon pk-icon-result"></span>[[nav.results]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@student = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/my-exams')">
              <li><a href="/my-exams" aria-current="true"><span class="pk-icon pk-icon-exam"></span>[[nav.my_exams]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/my-exams"><span class="pk-icon pk-icon-exam"></span>[[nav.my_exams]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@student = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/my-results') or @area = 'transcripts'">
              <li><a href="/my-results" aria-current="true"><span class="pk-icon pk-icon-result"></span>[[nav.my_results]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/my-results"><span class="pk-icon pk-icon-result"></span>[[nav.my_results]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-reports = 1">
          <xsl:choose>
            <xsl:when test="@area = 'reports'">
              <li><a href="/reports" aria-current="true"><span class="pk-icon pk-icon-report"></span>[[nav.reports]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/reports"><span class="pk-icon pk-icon-report"></span>[[nav.reports]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
      </ul>
      <p class="pk-nav-heading" id="nav-registers">[[nav.registers]]</p>
      <ul aria-labelledby="nav-registers">
        <xsl:choose>
          <xsl:when test="starts-with(@path, '/sites') or starts-with(@path, '/units')">
            <li><a href="/sites" aria-current="true"><span class="pk-icon pk-icon-site"></span>[[nav.sites]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/sites"><span class="pk-icon pk-icon-site"></span>[[nav.sites]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:choose>
          <xsl:when test="starts-with(@path, '/institutions')">
            <li><a href="/institutions" aria-current="true"><span class="pk-icon pk-icon-institution"></span>[[nav.institutions]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/institutions"><span class="pk-icon pk-icon-institution"></span>[[nav.institutions]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="viewer/@see-studies = 1">
          <xsl:choose>
            <xsl:when test="@area = 'studies'">
              <li><a href="/programmes" aria-current="true"><span class="pk-icon pk-icon-programme"></span>[[nav.programmes]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/programmes"><span class="pk-icon pk-icon-programme"></span>[[nav.programmes]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-agreements = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/agreements')">
              <li><a href="/agreements" aria-current="true"><span class="pk-icon pk-icon-agreement"></span>[[nav.agreements]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/agreements"><span class="pk-icon pk-icon-agreement"></span>[[nav.agreements]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="starts-with(@path, '/requirements')">
            <li><a href="/requirements" aria-current="true"><span class="pk-icon pk-icon-requirement"></span>[[nav.requirements]]</a></li>
          </xsl:when>
          <xsl:otherwise>
            <li><a href="/requirements"><span class="pk-icon pk-icon-requirement"></span>[[nav.requirements]]</a></li>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="viewer/@see-people = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/people') or starts-with(@path, '/grants')">
              <li><a href="/people" aria-current="true"><span class="pk-icon pk-icon-people"></span>[[nav.people]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/people"><span class="pk-icon pk-icon-people"></span>[[nav.people]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@edit-people = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/invitations')">
              <li><a href="/invitations" aria-current="true"><span class="pk-icon pk-icon-person"></span>[[nav.invitations]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/invitations"><span class="pk-icon pk-icon-person"></span>[[nav.invitations]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@partners = 1">
          <xsl:choose>
            <xsl:when test="@area = 'partners'">
              <li><a href="/partners" aria-current="true"><span class="pk-icon pk-icon-partner"></span>[[nav.partners]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/partners"><span class="pk-icon pk-icon-partner"></span>[[nav.partners]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@see-mails = 1">
          <xsl:choose>
            <xsl:when test="@area = 'mails'">
              <li><a href="/mails" aria-current="true"><span class="pk-icon pk-icon-mail"></span>[[nav.mails]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/mails"><span class="pk-icon pk-icon-mail"></span>[[nav.mails]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
        <xsl:if test="viewer/@import = 1">
          <xsl:choose>
            <xsl:when test="starts-with(@path, '/imports')">
              <li><a href="/imports" aria-current="true"><span class="pk-icon pk-icon-import"></span>[[nav.imports]]</a></li>
            </xsl:when>
            <xsl:otherwise>
              <li><a href="/imports"><span class="pk-icon pk-icon-import"></span>[[nav.imports]]</a></li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:if>
      </ul>
    </nav>
  </xsl:template>

  <!-- How many received orders wait for the viewer's answer. -->
  <xsl:template name="unanswered">
    <xsl:if test="viewer/@unanswered &gt; 0">
      <span class="pk-count"><xsl:value-of select="viewer/@unanswered"/><xsl:text> </xsl:text><span class="ds-sr-only">[[nav.unanswered]]</span></span>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
