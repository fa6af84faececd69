<?xml version="1.0" encoding="UTF-8"?>
<!-- Every print is asked for here: what it is, in which language. The document is that of the print itself, which is read when it is
     made. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[print.{@area}.{@name}]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/prints">[[prints.title]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[print_about.{@area}.{@name}]]</p></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
    <p class="pk-quiet pk-prose">[[print.help]]</p>
  </xsl:template>
  <!-- Back to the page that it is a print of. -->
  <xsl:template match="form" mode="cancel">
    <a class="ds-button" data-variant="tertiary">
      <xsl:attribute name="href"><xsl:call-template name="parent"><xsl:with-param name="rest" select="substring(/page/@path, 2)"/></xsl:call-template></xsl:attribute>
      <xsl:text>[[word.cancel]]</xsl:text>
    </a>
  </xsl:template>
  <xsl:template name="parent" pk:plain="yes">
    <xsl:param name="rest"/>
    <xsl:if test="contains($rest, '/')">
      <xsl:text>/</xsl:text><xsl:value-of select="substring-before($rest, '/')"/>
      <xsl:call-template name="parent"><xsl:with-param name="rest" select="substring-after($rest, '/')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
