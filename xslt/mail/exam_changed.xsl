<?xml version="1.0" encoding="UTF-8"?>
<!-- An exam is held at another time or place, or is called something else: how it is now, and what it was. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/text.xsl"/>
  <xsl:import href="../lib/history.xsl"/>
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate" mode="facts"/>
    <xsl:apply-templates select="changes[change]"/>
  </xsl:template>
  <xsl:template match="changes">
    <p>[[mail.exam_changed.was]]</p>
    <table><xsl:apply-templates select="change"/></table>
  </xsl:template>
  <xsl:template match="change"><tr><th scope="row"><xsl:call-template name="history-field"/></th><td><xsl:call-template name="history-value"><xsl:with-param name="value" select="@old-value"/></xsl:call-template></td></tr></xsl:template>
</xsl:stylesheet>
