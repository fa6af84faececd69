<?xml version="1.0" encoding="UTF-8"?>
<!-- Students added to an exam by a planner: searched for, ticked. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/people_ticks.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title">[[candidates.new]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="exam-trail-below"/>
    <li><a class="ds-link" href="/exam-sessions/{session/@id}/candidates">[[exam.part_candidates]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:for-each select="session"><p class="pk-lead"><strong><xsl:value-of select="@name"/></strong><xsl:text> · </xsl:text><xsl:call-template name="exam-when"/></p></xsl:for-each></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[candidates.new_help]]</p>
    <xsl:choose>
      <xsl:when test="counts/@possible &gt; 0 or form/error or search"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise>
        <div class="pk-empty"><p>[[candidates.nobody_left]]</p><p><a class="ds-link" href="/exam-sessions/{session/@id}/candidates">[[exam.part_candidates]]</a></p></div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/exam-sessions/{/page/session/@id}/candidates">[[word.cancel]]</a></xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:call-template name="people-search"/>
    <xsl:choose>
      <xsl:when test="../people/person">
        <xsl:apply-templates select="field[@name = 'people']"/>
        <xsl:if test="count(../people/person) = 200"><p class="pk-quiet">[[students.first_200]]</p></xsl:if>
      </xsl:when>
      <xsl:otherwise><p class="pk-quiet" id="field-people">[[candidates.not_found]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="person" mode="more">
    <xsl:value-of select="@instance"/>
    <xsl:if test="@email"><xsl:text> · </xsl:text><xsl:value-of select="@email"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
