<?xml version="1.0" encoding="UTF-8"?>
<!-- A student registers to an exam, or reads why that cannot be done now. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title">[[register.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></li>
    <li><a class="ds-link" href="/exam-sessions/{session/@id}"><xsl:value-of select="session/@name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:for-each select="session"><p class="pk-lead"><strong><xsl:value-of select="@name"/></strong><xsl:text> · </xsl:text><xsl:call-template name="exam-when"/></p></xsl:for-each></xsl:template>
  <xsl:template match="page" mode="content">
    <dl class="pk-facts">
      <xsl:apply-templates select="concerns"/>
      <xsl:if test="session/@place"><div><dt>[[exam.place]]</dt><dd><xsl:value-of select="session/@place"/></dd></div></xsl:if>
      <div><dt>[[exam.registration]]</dt><dd><xsl:for-each select="session"><xsl:call-template name="exam-registers"/></xsl:for-each></dd></div>
      <div><dt>[[exam.anonymity]]</dt><dd><xsl:choose><xsl:when test="session/@anonymous = 1">[[register.anonymous_{session/@code-shown}]]</xsl:when><xsl:otherwise>[[exam.anonymous_no]]</xsl:otherwise></xsl:choose></dd></div>
    </dl>
    <xsl:if test="overlaps/candidate"><div class="ds-alert" data-color="warning"><p>[[register.overlaps]] <xsl:apply-templates select="overlaps/candidate"/></p></div></xsl:if>
    <xsl:choose>
      <xsl:when test="own/@candidate">
        <div class="ds-alert" data-color="success"><p>[[register.already]] <a class="ds-link" href="/candidates/{own/@candidate}">[[register.yours]]</a></p></div>
      </xsl:when>
      <xsl:when test="form/error or stale or not(own/@shut)"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="info"><p>[[register.shut_{own/@shut}]]</p></div>
        <p><a class="ds-link" href="/my-exams">[[my_exams.title]]</a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="concerns">
    <div><dt>[[candidate.concerns]]</dt><dd>
      <strong><xsl:value-of select="@course-code"/></strong><xsl:text> </xsl:text><xsl:value-of select="@course-name"/>
      <xsl:if test="@module-code"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@module-code"/><xsl:text> </xsl:text><xsl:value-of select="@module-name"/><xsl:text>, </xsl:text>[[exam.credits]]</span></xsl:if>
    </dd></div>
  </xsl:template>
  <xsl:template match="overlaps/candidate"><xsl:if test="position() &gt; 1">, </xsl:if><a class="ds-link" href="/candidates/{@id}"><xsl:value-of select="@exam-name"/></a></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/my-exams">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
