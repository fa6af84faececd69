<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's placement letter. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/print_letter.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="page" mode="title">[[print.allocation.letter]]<xsl:text> – </xsl:text><xsl:value-of select="letter/@student"/></xsl:template>
</xsl:stylesheet>
