<?xml version="1.0" encoding="UTF-8"?>
<!-- The receipt of a withdrawal, or that one was taken off. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="candidate[@by-others = 1]" mode="first"><p>[[mail.exam_withdrawn.by_others]]</p></xsl:template>
</xsl:stylesheet>
