<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/parts.xsl"/>
  <xsl:output method="text"/>
  <xsl:template match="/page">[[page.title]]
<xsl:for-each select="things/thing"><xsl:call-template name="shout"/> &lt;[[places#@places]]&gt;
</xsl:for-each></xsl:template>
</xsl:stylesheet>
