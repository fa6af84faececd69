<?xml version="1.0" encoding="UTF-8"?>
<!-- An institution's or a site's calendar, at the private address of who sees it so. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/ics_subscribed.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="calendar" select="'calendars.place_name'"/>
</xsl:stylesheet>
