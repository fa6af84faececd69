<?xml version="1.0" encoding="UTF-8"?>
<!-- A day in a student's assessment is near. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_assessment.xsl"/>
</xsl:stylesheet>
