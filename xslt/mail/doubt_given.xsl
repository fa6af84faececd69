<?xml version="1.0" encoding="UTF-8"?>
<!-- A warning of doubt: to the student, supervisor and lecturer, and the institution's contact. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_assessment.xsl"/>
</xsl:stylesheet>
