<?xml version="1.0" encoding="UTF-8"?>
<!-- Around the form of a module. Block: course, with its credits and those that its other modules take. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <li><a class="ds-link" href="/courses/{course/@id}"><xsl:value-of select="course/@code"/><xsl:text> </xsl:text><xsl:value-of select="course/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/courses/{/page/course/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="course" mode="credits"><p class="pk-prose">[[module.course_credits]]</p></xsl:template>
  <xsl:template match="course[@credits-taken]" mode="credits"><p class="pk-prose">[[module.course_credits_taken]]</p></xsl:template>
</xsl:stylesheet>
