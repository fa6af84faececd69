<?xml version="1.0" encoding="UTF-8"?>
<!-- An exam will not be held, and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate" mode="facts"/>
    <xsl:apply-templates select="reason"/>
  </xsl:template>
</xsl:stylesheet>
