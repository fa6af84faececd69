<?xml version="1.0" encoding="UTF-8"?>
<!-- Small things drawn the same everywhere. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- Points, always with two decimals and the language's sign: "14,83", "10,00". -->
  <xsl:template match="@*" mode="points" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="/page/@lang = 'en'"><xsl:value-of select="format-number(., '0.00')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="translate(format-number(., '0.00'), '.', ',')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- On an element with @starts and @ends: "12.01.2027–23.02.2027" and the weeks below. -->
  <xsl:template name="period">
    <span class="pk-period"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time>–<time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></span>
    <xsl:text> </xsl:text>
    <span class="pk-weeks">[[format.weeks]]</span>
  </xsl:template>

  <!-- How far an activity's places have come. All four in places; answered: asked for in orders that were answered. -->
  <xsl:template name="funnel">
    <xsl:param name="wanted" select="0"/>
    <xsl:param name="ordered" select="0"/>
    <xsl:param name="answered" select="0"/>
    <xsl:param name="confirmed" select="0"/>
    <xsl:variable name="widest" select="$wanted * ($wanted &gt;= $ordered) + $ordered * ($ordered &gt; $wanted)"/>
    <ol class="pk-funnel">
      <li class="pk-funnel-wanted">
        <span class="pk-funnel-label">[[funnel.wanted]]</span>
        <strong class="pk-funnel-number"><xsl:value-of select="$wanted"/></strong>
        <xsl:call-template name="bar"><xsl:with-param name="part" select="$wanted"/><xsl:with-param name="whole" select="$widest"/></xsl:call-template>
      </li>
      <li class="pk-funnel-ordered">
        <span class="pk-funnel-label">[[funnel.ordered]]</span>
        <strong class="pk-funnel-number"><xsl:value-of select="$ordered"/></strong>
        <xsl:call-template name="bar"><xsl:with-param name="part" select="$ordered"/><xsl:with-param name="whole" select="$widest"/></xsl:call-template>
      </li>
      <li class="pk-funnel-answered">
        <span class="pk-funnel-label">[[funnel.answered]]</span>
        <strong class="pk-funnel-number"><xsl:value-of select="$answered"/></strong>
        <xsl:call-template name="bar"><xsl:with-param name="part" select="$answered"/><xsl:with-param name="whole" select="$widest"/></xsl:call-template>
      </li>
      <li class="pk-funnel-confirmed">
        <span class="pk-funnel-label">[[funnel.confirmed]]</span>
        <strong class="pk-funnel-number"><xsl:value-of select="$confirmed"/></strong>
        <xsl:call-template name="bar"><xsl:with-param name="part" select="$confirmed"/><xsl:with-param name="whole" select="$widest"/></xsl:call-template>
      </li>
    </ol>
  </xsl:template>

  <!-- A bar `part` of `whole` long; says nothing to those who hear the page, since the number stands beside it. -->
  <xsl:template name="bar">
    <xsl:param name="part"/>
    <xsl:param name="whole"/>
    <xsl:variable name="length">
      <xsl:choose>
        <xsl:when test="not($whole &gt; 0)">0</xsl:when>
        <xsl:when test="$part &gt;= $whole">100</xsl:when>
        <xsl:otherwise><xsl:value-of select="round($part * 100 div $whole)"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <svg class="pk-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="pk-bar-whole" width="100" height="4"></rect>
      <rect class="pk-bar-part" width="{$length}" height="4"></rect>
    </svg>
  </xsl:template>

  <!-- Text with line breaks, as it was written. -->
  <xsl:template name="lines">
    <xsl:param name="text"/>
    <xsl:if test="string($text)"><p class="pk-lines"><xsl:value-of select="$text"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
