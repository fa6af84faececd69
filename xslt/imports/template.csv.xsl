<?xml version="1.0" encoding="UTF-8"?>
<!-- The template as a file: the headings in the viewer's language, and a row that shows how to fill it in. Begins with a byte
     order mark; a semicolon between where the comma is decimal. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/page">
    <xsl:text>&#xFEFF;</xsl:text>
    <xsl:apply-templates select="fields/field" mode="head"/>
    <xsl:text>&#13;&#10;</xsl:text>
    <xsl:apply-templates select="fields/field" mode="sample"/>
    <xsl:text>&#13;&#10;</xsl:text>
  </xsl:template>
  <xsl:template match="field" mode="head">
    <xsl:call-template name="between"/>
    <xsl:text>"</xsl:text><xsl:value-of select="pk:label('import_field.', @kind, '.', @name)"/><xsl:text>"</xsl:text>
  </xsl:template>
  <xsl:template match="field" mode="sample">
    <xsl:call-template name="between"/>
    <xsl:text>"</xsl:text>
    <xsl:choose>
      <xsl:when test="@name = 'role'"><xsl:value-of select="pk:label('role.supervisor')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:optional('import_example.', @kind, '.', @name)"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>"</xsl:text>
  </xsl:template>
  <xsl:template name="between">
    <xsl:if test="position() &gt; 1">
      <xsl:choose><xsl:when test="/page/@lang = 'en'">,</xsl:when><xsl:otherwise>;</xsl:otherwise></xsl:choose>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
