<?xml version="1.0" encoding="UTF-8"?>
<!-- The student signed for an assessment: to supervisor and lecturer. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_assessment.xsl"/>
</xsl:stylesheet>
