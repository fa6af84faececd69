<?xml version="1.0" encoding="UTF-8"?>
<!-- Somebody was added to an exam by its planner. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate" mode="facts"/>
    <xsl:apply-templates select="candidate[@registration = 1]" mode="until"/>
  </xsl:template>
  <xsl:template match="candidate" mode="until"><p>[[mail.exam_added.until]]</p></xsl:template>
</xsl:stylesheet>
