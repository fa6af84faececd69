<?xml version="1.0" encoding="UTF-8"?>
<!-- On the front page: what is wanted of the assessment of students (block assess, fragment front_assessments). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="assess">
    <section class="pk-section" aria-labelledby="assess">
      <h2 class="ds-heading" id="assess">[[front.assess]]</h2>
      <ul class="pk-todo" data-now=""><xsl:apply-templates select="placement" mode="assess"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="placement" mode="assess">
    <li>
      <a href="/placements/{@id}/{@kind}">
        <span class="pk-todo-what">
          <xsl:choose>
            <xsl:when test="@student"><xsl:value-of select="@student"/></xsl:when>
            <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
          </xsl:choose>
        </span>
        <span class="pk-todo-more">[[calendar_assess.{@kind}]]<xsl:text> · </xsl:text><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when"><xsl:if test="@late"><xsl:attribute name="class">pk-todo-when pk-late</xsl:attribute></xsl:if><time datetime="{@due-on}"><xsl:value-of select="@due-on-text"/></time></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="placement[@kind = 'sign_doubt']" mode="assess">
    <li><a href="/doubts/{@id}/sign"><span class="pk-todo-what">[[doubt.sign]]</span><span class="pk-todo-more"><xsl:value-of select="@activity"/></span></a></li>
  </xsl:template>
  <xsl:template match="placement[@kind = 'sign_assessment']" mode="assess">
    <li><a href="/assessments/{@id}/sign"><span class="pk-todo-what">[[assessment_sign.{@of}]]</span><span class="pk-todo-more"><xsl:value-of select="@activity"/></span></a></li>
  </xsl:template>
</xsl:stylesheet>
