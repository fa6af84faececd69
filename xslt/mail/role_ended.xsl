<?xml version="1.0" encoding="UTF-8"?>
<!-- A role ended, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:import href="../lib/mail_role.xsl"/>

  <xsl:template match="page" mode="content">
    <table><xsl:apply-templates select="role" mode="facts"/></table>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
  <!-- What the system says in a word, or what somebody wrote. -->
  <xsl:template match="reason">
    <xsl:variable name="word" select="pk:optional('reason.', @text)"/>
    <p>[[change.reason]]:</p>
    <xsl:choose>
      <xsl:when test="string($word)"><xsl:call-template name="quote"><xsl:with-param name="text" select="string($word)"/></xsl:call-template></xsl:when>
      <xsl:otherwise><xsl:call-template name="quote"><xsl:with-param name="text" select="@text"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
