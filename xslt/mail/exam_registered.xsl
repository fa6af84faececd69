<?xml version="1.0" encoding="UTF-8"?>
<!-- The receipt of a registration: which exam, when, until when one may withdraw. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate" mode="facts"/>
    <xsl:apply-templates select="candidate[@registration = 1]" mode="until"/>
  </xsl:template>
  <xsl:template match="candidate" mode="until"><p>[[mail.exam_registered.until]]</p></xsl:template>
</xsl:stylesheet>
