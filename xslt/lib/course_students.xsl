<?xml version="1.0" encoding="UTF-8"?>
<!-- Around the forms of those who read a course instance. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="instance-trail"/>
    <li><a class="ds-link" href="/instances/{instance/@id}/students">[[instance.students]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="instance/@course-code"/><xsl:text> </xsl:text><xsl:value-of select="instance/@course-name"/></p></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/instances/{/page/instance/@id}/students">[[word.cancel]]</a></xsl:template>

  <!-- "Nursing, autumn 2026 · anna@example.org". -->
  <xsl:template match="person" mode="more">
    <xsl:value-of select="@programme-name"/>
    <xsl:if test="@term"><xsl:text>, </xsl:text><xsl:call-template name="term"/></xsl:if>
    <xsl:if test="@email and @protected = 0"><xsl:text> · </xsl:text><xsl:value-of select="@email"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
