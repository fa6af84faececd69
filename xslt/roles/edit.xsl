<?xml version="1.0" encoding="UTF-8"?>
<!-- The days of a role in an activity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/role.xsl"/>

  <xsl:template match="page" mode="title">[[roles.edit]]</xsl:template>
</xsl:stylesheet>
