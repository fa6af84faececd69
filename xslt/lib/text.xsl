<?xml version="1.0" encoding="UTF-8"?>
<!-- Templates that give plain text, for use in text, attributes and variables alike. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- term: "2027-1". Gives "vår 2027", "VT 2027", "spring 2027". -->
  <xsl:template name="term" pk:plain="yes">
    <xsl:param name="term" select="@term"/>
    <xsl:if test="$term">
      <xsl:value-of select="pk:label('term.', substring($term, 6))"/>
      <xsl:text> </xsl:text>
      <xsl:value-of select="substring($term, 1, 4)"/>
    </xsl:if>
  </xsl:template>

  <!-- date: "2027-01-11". Gives it as the language writes it: "11.01.2027", "2027-01-11", "11 Jan 2027". The engine writes the
       dates of columns itself (@starts-text); this is for dates inside history values. -->
  <xsl:template name="date" pk:plain="yes">
    <xsl:param name="date"/>
    <xsl:choose>
      <xsl:when test="/page/@lang = 'sv'"><xsl:value-of select="$date"/></xsl:when>
      <xsl:when test="/page/@lang = 'en'">
        <xsl:value-of select="number(substring($date, 9, 2))"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="substring('JanFebMarAprMayJunJulAugSepOctNovDec', number(substring($date, 6, 2)) * 3 - 2, 3)"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="substring($date, 1, 4)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="concat(substring($date, 9, 2), '.', substring($date, 6, 2), '.', substring($date, 1, 4))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
