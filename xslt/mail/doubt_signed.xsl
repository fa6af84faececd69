<?xml version="1.0" encoding="UTF-8"?>
<!-- The student signed for a warning: to supervisor, lecturer and the institution's contact. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_assessment.xsl"/>
</xsl:stylesheet>
