<?xml version="1.0" encoding="UTF-8"?>
<!-- A chart in a print: its heading, the picture, all of its figures as a table. Called as chart.xsl's `chart` is. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" exclude-result-prefixes="pk">
  <xsl:import href="chart_picture.xsl"/>

  <xsl:template name="chart">
    <xsl:param name="name"/>
    <xsl:param name="title" select="pk:label('chart.', $name)"/>
    <xsl:param name="rows"/>
    <xsl:param name="parts"/>
    <xsl:param name="of"/>
    <xsl:param name="share"/>
    <xsl:param name="order" select="'ascending'"/>
    <xsl:if test="$rows">
      <block role="H3" font-size="10.5pt" font-weight="bold" space-before="4mm" space-after="2mm" keep-with-next.within-page="always"><xsl:value-of select="$title"/></block>
      <xsl:call-template name="chart-pictures">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="parts" select="$parts"/>
        <xsl:with-param name="order" select="$order"/>
      </xsl:call-template>
      <table table-layout="fixed" width="100%" space-after="4mm">
        <table-column column-width="proportional-column-width(3)" fox:header="true"/>
        <xsl:call-template name="chart-columns"><xsl:with-param name="parts" select="concat($parts, ' ')"/></xsl:call-template>
        <xsl:if test="contains($parts, ' ')"><table-column column-width="proportional-column-width(1)"/></xsl:if>
        <xsl:if test="$share"><table-column column-width="proportional-column-width(1)"/></xsl:if>
        <table-header>
          <table-row>
            <xsl:call-template name="head-cell"><xsl:with-param name="text" select="pk:label('column.', $of)"/></xsl:call-template>
            <xsl:call-template name="chart-heads"><xsl:with-param name="parts" select="concat($parts, ' ')"/></xsl:call-template>
            <xsl:if test="contains($parts, ' ')"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.sum]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
            <xsl:if test="$share"><xsl:call-template name="head-cell"><xsl:with-param name="text">[[column.share]]</xsl:with-param><xsl:with-param name="align" select="'end'"/></xsl:call-template></xsl:if>
          </table-row>
        </table-header>
        <table-body>
          <xsl:for-each select="$rows">
            <xsl:sort select="count(preceding-sibling::*)" data-type="number" order="{$order}"/>
            <!-- Neither a row alone below the head nor one alone on the next sheet. -->
            <table-row keep-together.within-page="always">
              <xsl:if test="position() = 1 or position() = last() - 1"><xsl:attribute name="keep-with-next.within-page">always</xsl:attribute></xsl:if>
              <xsl:call-template name="cell"><xsl:with-param name="text"><xsl:apply-templates select="." mode="name"/></xsl:with-param></xsl:call-template>
              <xsl:call-template name="chart-cells"><xsl:with-param name="parts" select="concat($parts, ' ')"/></xsl:call-template>
              <xsl:if test="contains($parts, ' ')">
                <xsl:call-template name="cell"><xsl:with-param name="text" select="sum(@*[contains(concat(' ', $parts, ' '), concat(' ', name(), ' '))])"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
              </xsl:if>
              <xsl:if test="$share">
                <xsl:call-template name="cell">
                  <xsl:with-param name="text">
                    <xsl:call-template name="per-cent">
                      <xsl:with-param name="part" select="@*[name() = $parts]"/>
                      <xsl:with-param name="whole" select="sum($rows[$share = 'of-all' or position() = 1]/@*[name() = $parts])"/>
                    </xsl:call-template>
                  </xsl:with-param>
                  <xsl:with-param name="align" select="'end'"/>
                </xsl:call-template>
              </xsl:if>
            </table-row>
          </xsl:for-each>
        </table-body>
      </table>
    </xsl:if>
  </xsl:template>

  <!-- The picture, in as many as sheets need: a picture cannot be broken, and one of few bars finds room where one of many leaves half a sheet
       empty. All to one measure. What is drawn from its end stands in one, as grades do: a sheet holds 16 bars with their names. -->
  <xsl:template name="chart-pictures">
    <xsl:param name="name"/>
    <xsl:param name="title"/>
    <xsl:param name="rows"/>
    <xsl:param name="parts"/>
    <xsl:param name="order"/>
    <xsl:param name="from" select="1"/>
    <xsl:variable name="next" select="$from + 8 + 8 * ($order = 'descending')"/>
    <block space-after="2mm">
      <instream-foreign-object content-width="170mm" scaling="uniform" fox:alt-text="{$title}">
        <xsl:call-template name="chart-svg">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="rows" select="$rows[position() &gt;= $from and position() &lt; $next]"/>
          <xsl:with-param name="whole" select="$rows"/>
          <xsl:with-param name="parts" select="$parts"/>
          <xsl:with-param name="order" select="$order"/>
          <xsl:with-param name="width" select="680"/>
          <xsl:with-param name="font" select="'Lato'"/>
          <xsl:with-param name="beside" select="220"/>
        </xsl:call-template>
      </instream-foreign-object>
    </block>
    <xsl:if test="$rows[$next]">
      <xsl:call-template name="chart-pictures">
        <xsl:with-param name="name" select="$name"/>
        <xsl:with-param name="title" select="$title"/>
        <xsl:with-param name="rows" select="$rows"/>
        <xsl:with-param name="parts" select="$parts"/>
        <xsl:with-param name="order" select="$order"/>
        <xsl:with-param name="from" select="$next"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Columns, heads and cells of the table, a part each. -->
  <xsl:template name="chart-columns">
    <xsl:param name="parts"/>
    <xsl:if test="$parts != ''">
      <table-column column-width="proportional-column-width(1)"/>
      <xsl:call-template name="chart-columns"><xsl:with-param name="parts" select="substring-after($parts, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="chart-heads">
    <xsl:param name="parts"/>
    <xsl:if test="$parts != ''">
      <xsl:call-template name="head-cell"><xsl:with-param name="text" select="pk:label('column.', translate(substring-before($parts, ' '), '-', '_'))"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="chart-heads"><xsl:with-param name="parts" select="substring-after($parts, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="chart-cells">
    <xsl:param name="parts"/>
    <xsl:if test="$parts != ''">
      <xsl:variable name="part" select="substring-before($parts, ' ')"/>
      <xsl:call-template name="cell"><xsl:with-param name="text" select="@*[name() = $part]"/><xsl:with-param name="align" select="'end'"/></xsl:call-template>
      <xsl:call-template name="chart-cells"><xsl:with-param name="parts" select="substring-after($parts, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
