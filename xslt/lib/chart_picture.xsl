<?xml version="1.0" encoding="UTF-8"?>
<!-- The picture of a chart: lying bars, a row each, of one part or of several one after the other; a funnel is such bars too. SVG without a
     viewBox: bars are so many per cent wide, letters keep their size on a narrow screen. Parts differ in pattern as well as
     colour, and the picture has its title and what it is in words. The same stands on pages, where css colours it, and in
     prints, where its own attributes do. Parameters as in chart.xsl. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- whole: the rows of all pictures of the chart, where it has several. width: of the picture, pixels or per cent. font: its family, where it is not the page's. beside: what the parts' names take when they stand beside one another, pixels; 0: below one another. The widest bar leaves room for its figure. -->
  <xsl:template name="chart-svg">
    <xsl:param name="name"/>
    <xsl:param name="title" select="pk:label('chart.', $name)"/>
    <xsl:param name="rows"/>
    <xsl:param name="whole" select="$rows"/>
    <xsl:param name="parts"/>
    <xsl:param name="order" select="'ascending'"/>
    <xsl:param name="width" select="'100%'"/>
    <xsl:param name="font"/>
    <xsl:param name="beside" select="0"/>
    <xsl:variable name="all" select="concat(' ', $parts, ' ')"/>
    <xsl:variable name="several" select="contains($parts, ' ')"/>
    <xsl:variable name="key"><xsl:choose><xsl:when test="$several and $beside">30</xsl:when><xsl:when test="$several"><xsl:value-of select="8 + 22 * (1 + string-length($parts) - string-length(translate($parts, ' ', '')))"/></xsl:when><xsl:otherwise>0</xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:variable name="most">
      <xsl:for-each select="$whole">
        <xsl:sort select="sum(@*[contains($all, concat(' ', name(), ' '))])" data-type="number" order="descending"/>
        <xsl:if test="position() = 1"><xsl:value-of select="sum(@*[contains($all, concat(' ', name(), ' '))])"/>|<xsl:apply-templates select="." mode="name"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="room" select="82 - 14 * $several"/>
    <xsl:variable name="widest" select="number(substring-before($most, '|'))"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="pk-chart-picture" role="img" aria-labelledby="{$name}-title {$name}-text" width="{$width}" height="{$key + 44 * count($rows)}" font-size="13" fill="#1e2b3c">
      <xsl:if test="$font"><xsl:attribute name="font-family"><xsl:value-of select="$font"/></xsl:attribute></xsl:if>
      <title id="{$name}-title"><xsl:value-of select="$title"/></title>
      <desc id="{$name}-text">[[chart.text]] [[chart.most]] <xsl:value-of select="substring-after($most, '|')"/>, <xsl:value-of select="$widest"/>.</desc>
      <xsl:if test="$several">
        <defs>
          <pattern id="{$name}-2" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect class="pk-chart-ground" width="6" height="6" fill="#ffffff"/>
            <path class="pk-chart-stroke" d="M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5" stroke="#1a6fb5" stroke-width="2" fill="none"/>
          </pattern>
          <pattern id="{$name}-3" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect class="pk-chart-ground" width="6" height="6" fill="#ffffff"/>
            <circle class="pk-chart-dot" cx="3" cy="3" r="1.2" fill="#b3261e"/>
          </pattern>
        </defs>
        <xsl:call-template name="chart-key">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="parts" select="concat($parts, ' ')"/>
          <xsl:with-param name="beside" select="$beside"/>
        </xsl:call-template>
      </xsl:if>
      <xsl:for-each select="$rows">
        <xsl:sort select="count(preceding-sibling::*)" data-type="number" order="{$order}"/>
        <xsl:variable name="top" select="$key + 44 * (position() - 1)"/>
        <xsl:variable name="sum" select="sum(@*[contains($all, concat(' ', name(), ' '))])"/>
        <text x="0" y="{$top + 14}"><xsl:apply-templates select="." mode="chart-name"/></text>
        <xsl:call-template name="chart-bar">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="parts" select="concat($parts, ' ')"/>
          <xsl:with-param name="top" select="$top + 20"/>
          <xsl:with-param name="unit" select="$room div ($widest + ($widest = 0))"/>
        </xsl:call-template>
        <text class="pk-chart-figure" x="{format-number($sum * $room div ($widest + ($widest = 0)), '0.##')}%" dx="6" y="{$top + 33}" font-weight="bold">
          <xsl:if test="$several"><xsl:value-of select="@*[name() = substring-before($parts, ' ')]"/>/</xsl:if>
          <xsl:value-of select="$sum"/>
        </text>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <!-- What each pattern means, a line a part or beside one another. -->
  <xsl:template name="chart-key">
    <xsl:param name="name"/>
    <xsl:param name="parts"/>
    <xsl:param name="beside"/>
    <xsl:param name="number" select="1"/>
    <xsl:variable name="line"><xsl:choose><xsl:when test="$beside">1</xsl:when><xsl:otherwise><xsl:value-of select="$number"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:if test="$parts != ''">
      <rect xmlns="http://www.w3.org/2000/svg" class="pk-chart-part-{$number}" x="{$beside * ($number - 1) + 0.5}" y="{22 * $line - 18.5}" width="20" height="13">
        <xsl:attribute name="fill"><xsl:call-template name="chart-fill"><xsl:with-param name="name" select="$name"/><xsl:with-param name="number" select="$number"/></xsl:call-template></xsl:attribute>
        <xsl:attribute name="stroke"><xsl:call-template name="chart-stroke"><xsl:with-param name="number" select="$number"/></xsl:call-template></xsl:attribute>
      </rect>
      <text xmlns="http://www.w3.org/2000/svg" x="{$beside * ($number - 1) + 28}" y="{22 * $line - 7}"><xsl:value-of select="pk:label('column.', translate(substring-before($parts, ' '), '-', '_'))"/></text>
      <xsl:call-template name="chart-key">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
        <xsl:with-param name="beside" select="$beside"/>
        <xsl:with-param name="number" select="$number + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A bar: its parts one after the other, from x on. unit: per cent of the width for one. -->
  <xsl:template name="chart-bar">
    <xsl:param name="name"/>
    <xsl:param name="parts"/>
    <xsl:param name="top"/>
    <xsl:param name="unit"/>
    <xsl:param name="x" select="0"/>
    <xsl:param name="number" select="1"/>
    <xsl:if test="$parts != ''">
      <xsl:variable name="value" select="number(@*[name() = substring-before($parts, ' ')])"/>
      <xsl:if test="$value &gt; 0">
        <rect xmlns="http://www.w3.org/2000/svg" class="pk-chart-part-{$number}" x="{format-number($x, '0.##')}%" y="{$top}" width="{format-number($value * $unit, '0.##')}%" height="17">
          <xsl:attribute name="fill"><xsl:call-template name="chart-fill"><xsl:with-param name="name" select="$name"/><xsl:with-param name="number" select="$number"/></xsl:call-template></xsl:attribute>
          <xsl:attribute name="stroke"><xsl:call-template name="chart-stroke"><xsl:with-param name="number" select="$number"/></xsl:call-template></xsl:attribute>
        </rect>
      </xsl:if>
      <xsl:call-template name="chart-bar">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="parts" select="substring-after($parts, ' ')"/>
        <xsl:with-param name="top" select="$top"/>
        <xsl:with-param name="unit" select="$unit"/>
        <xsl:with-param name="x" select="$x + $value * $unit * ($value &gt; 0)"/>
        <xsl:with-param name="number" select="$number + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="chart-fill" pk:plain="yes">
    <xsl:param name="name"/>
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$number = 1">#1a6fb5</xsl:when>
      <xsl:otherwise>url(#<xsl:value-of select="$name"/>-<xsl:value-of select="$number"/>)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="chart-stroke" pk:plain="yes">
    <xsl:param name="number"/>
    <xsl:choose>
      <xsl:when test="$number = 3">#b3261e</xsl:when>
      <xsl:otherwise>#1a6fb5</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A row's name; in the picture, which has no second line, no more than fits a narrow one. -->
  <xsl:template match="*" mode="name" pk:plain="yes"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="wish[@wish]" mode="name" pk:plain="yes"><xsl:value-of select="pk:label('wished.', @wish)"/></xsl:template>
  <xsl:template match="*" mode="chart-name" pk:plain="yes">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="name"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="string-length($text) &gt; 40"><xsl:value-of select="substring($text, 1, 39)"/>…</xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- "12 %", as the language writes it. -->
  <xsl:template name="per-cent" pk:plain="yes">
    <xsl:param name="part"/>
    <xsl:param name="whole"/>
    <xsl:if test="$whole &gt; 0">
      <xsl:value-of select="round($part * 100 div $whole)"/>
      <xsl:choose>
        <xsl:when test="/page/@lang = 'en'">%</xsl:when>
        <xsl:otherwise><xsl:text>&#160;%</xsl:text></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
