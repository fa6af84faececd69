<?xml version="1.0" encoding="UTF-8"?>
<!-- To a student: a transcript of their results was given out. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_transcript.xsl"/>
</xsl:stylesheet>
