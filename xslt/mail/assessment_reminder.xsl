<?xml version="1.0" encoding="UTF-8"?>
<!-- A day in the assessment of students is near: which, of how many, never of whom. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../lib/mail.xsl"/>

  <xsl:template match="page" mode="link">/students</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="activity" mode="due"/>
    <xsl:apply-templates select="activity" mode="facts"/>
  </xsl:template>
  <xsl:template match="activity" mode="due">
    <table>
      <tr><th scope="row"><xsl:value-of select="pk:label('mail.assessment_reminder.', @stage)"/></th><td><xsl:value-of select="@due-on-text"/></td></tr>
      <xsl:if test="@students &gt; 0"><tr><th scope="row">[[mail.assessment_reminder.students]]</th><td><xsl:value-of select="@students"/></td></tr></xsl:if>
    </table>
  </xsl:template>
</xsl:stylesheet>
