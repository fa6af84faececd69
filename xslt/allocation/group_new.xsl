<?xml version="1.0" encoding="UTF-8"?>
<!-- Students who are to go together. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>
  <xsl:import href="../lib/group.xsl"/>

  <xsl:template match="page" mode="title">[[groups.new]]</xsl:template>
</xsl:stylesheet>
