<?xml version="1.0" encoding="UTF-8"?>
<!-- The end of a role in an activity, at once and with a reason. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/role.xsl"/>

  <xsl:template match="page" mode="title">[[roles.end]]</xsl:template>
  <xsl:template match="role" mode="about"><p>[[roles.end_help]]</p></xsl:template>
</xsl:stylesheet>
