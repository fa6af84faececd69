<?xml version="1.0" encoding="UTF-8"?>
<!-- Grading that was confirmed is taken up again, with a reason. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title">[[grading.reopen]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail-below"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="exam/@transferred = 1"><div class="ds-alert" data-color="info"><p>[[error.exam_transferred]]</p></div></xsl:when>
      <xsl:when test="exam/@state != 'confirmed'"><div class="ds-alert" data-color="info"><p>[[error.exam_not_confirmed]]</p></div></xsl:when>
      <xsl:otherwise>
        <p class="pk-prose">[[grading.reopen_help]]</p>
        <xsl:if test="shown/assessor">
          <div class="ds-alert" data-color="warning">
            <p>[[grading.reopen_shown]]</p>
            <ul><xsl:for-each select="shown/assessor"><li><xsl:value-of select="@name"/></li></xsl:for-each></ul>
          </div>
        </xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exams/{../exam/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
