<?xml version="1.0" encoding="UTF-8"?>
<!-- The calendar of /exam-sessions.ics. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/ics.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="calendar" select="'exam_sessions.title'"/>
</xsl:stylesheet>
