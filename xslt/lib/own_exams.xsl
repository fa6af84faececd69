<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's front page: exams to register for now, and those to come (block exams). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="exams.xsl"/>

  <xsl:template match="exams">
    <section class="pk-section" aria-labelledby="exams">
      <div class="pk-section-head"><h2 class="ds-heading" id="exams">[[calendar.exams]]</h2><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></div>
      <ul class="pk-todo"><xsl:apply-templates select="exam" mode="own"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="exam" mode="own">
    <li>
      <a href="/candidates/{@id}">
        <span class="pk-todo-what"><xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:value-of select="@place"/></span>
        <span class="pk-todo-when"><xsl:call-template name="exam-when"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="exam[@kind = 'register']" mode="own">
    <li>
      <a href="/exam-sessions/{@id}/register">
        <span class="pk-todo-what">[[my_exams.register]]: <xsl:value-of select="@name"/></span>
        <span class="pk-todo-more"><xsl:call-template name="exam-when"/></span>
        <span class="pk-todo-when"><xsl:choose>
          <xsl:when test="@days-left = 0"><span class="pk-late">[[my_exams.last_day]]<xsl:text> · </xsl:text>[[my_exams.today]]</span></xsl:when>
          <xsl:otherwise>[[my_exams.last_day]]<xsl:text> · </xsl:text>[[my_exams.days_left#@days-left]]</xsl:otherwise>
        </xsl:choose></span>
      </a>
    </li>
  </xsl:template>
</xsl:stylesheet>
