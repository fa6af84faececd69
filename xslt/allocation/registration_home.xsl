<?xml version="1.0" encoding="UTF-8"?>
<!-- Where a student lives while they are in practice, and how far they get. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/registration.xsl"/>

  <xsl:template match="page" mode="title">[[registration.home]]</xsl:template>
  <xsl:template match="registration" mode="about"><p class="pk-prose">[[registration.home_help]]</p></xsl:template>
</xsl:stylesheet>
