<?xml version="1.0" encoding="UTF-8"?>
<!-- What went wrong, for a program and who wrote it (RFC 7807). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/page"><xsl:apply-templates select="problem"/></xsl:template>

  <xsl:template match="problem">
    <problem xmlns="urn:ietf:rfc:7807" xml:lang="{/page/@lang}">
      <type>urn:praktikum:problem:<xsl:value-of select="@kind"/></type>
      <title>[[problem.{@kind}]]</title>
      <status><xsl:value-of select="@status"/></status>
      <detail>[[problem.{@kind}.text]]<xsl:if test="@parameter"><xsl:text> </xsl:text>[[error.parameter]]<xsl:text> </xsl:text><xsl:value-of select="@parameter"/></xsl:if></detail>
      <instance>urn:praktikum:request:<xsl:value-of select="/page/@request"/></instance>
      <xsl:if test="@errors"><errors><xsl:value-of select="@errors"/></errors></xsl:if>
      <xsl:apply-templates select="error"/>
    </problem>
  </xsl:template>

  <!-- What is wrong with a message, and where it stands in it. -->
  <xsl:template match="error">
    <error xmlns="urn:ietf:rfc:7807" path="{@path}"><xsl:if test="@line"><xsl:attribute name="line"><xsl:value-of select="@line"/></xsl:attribute></xsl:if>[[inbound.{@error}]]</error>
  </xsl:template>
</xsl:stylesheet>
