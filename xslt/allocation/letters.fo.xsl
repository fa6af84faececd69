<?xml version="1.0" encoding="UTF-8"?>
<!-- The placement letters of an activity, a sheet each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/print_letter.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="title">[[print.allocation.letters]]<xsl:text> – </xsl:text><xsl:value-of select="activity/@name"/></xsl:template>
</xsl:stylesheet>
