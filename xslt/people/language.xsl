<?xml version="1.0" encoding="UTF-8"?>
<!-- A button a language, each in its own words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[language.title]]</xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>
  <xsl:template match="form" mode="fields">
    <input type="hidden" name="next" value="{field[@name = 'next']/@value}"/>
    <div class="pk-options pk-language-buttons"><xsl:apply-templates select="/page/language" mode="button"/></div>
  </xsl:template>
  <xsl:template match="form" mode="buttons"/>
  <xsl:template match="language" mode="button">
    <button class="ds-button" data-variant="secondary" type="submit" name="language" value="{@code}" lang="{@code}"><xsl:value-of select="@name"/></button>
  </xsl:template>
  <xsl:template match="language[@current]" mode="button">
    <button class="ds-button" type="submit" name="language" value="{@code}" lang="{@code}" aria-current="true"><xsl:value-of select="@name"/></button>
  </xsl:template>
</xsl:stylesheet>
