<?xml version="1.0" encoding="UTF-8"?>
<!-- A person's own calendar, at its private address. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/ics_subscribed.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="calendar" select="'calendars.own_name'"/>
</xsl:stylesheet>
