<?xml version="1.0" encoding="UTF-8"?>
<!-- An assessment was given: to the student, and to who else assesses. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_assessment.xsl"/>
</xsl:stylesheet>
