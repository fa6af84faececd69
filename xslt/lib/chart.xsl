<?xml version="1.0" encoding="UTF-8"?>
<!-- Charts on pages: the picture (chart_picture.xsl) with its title, and all of its figures in a table beside it; chart.css colours it.

     <xsl:call-template name="chart">                 on any node; print_chart.xsl has the same for prints
       name    letters: the chart's id; its title is label chart.<name>
       title   instead of the label
       rows    elements, one a bar; mode="name" gives each one's name
       parts   their attributes, with a space between: 'places-met places-missing'; label column.<part> with _ for -
       of      head of the names' column: label column.<of>
       share   'of-all': the table also says how many per cent each row is of all rows; 'of-first': of the first row
       order   'descending': the last row first
     Nothing is drawn without rows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
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
      <figure class="pk-chart" aria-labelledby="chart-{$name}">
        <figcaption id="chart-{$name}"><xsl:value-of select="$title"/></figcaption>
        <xsl:call-template name="chart-svg">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="title" select="$title"/>
          <xsl:with-param name="rows" select="$rows"/>
          <xsl:with-param name="parts" select="$parts"/>
          <xsl:with-param name="order" select="$order"/>
        </xsl:call-template>
        <table class="ds-table pk-table">
          <caption class="ds-sr-only"><xsl:value-of select="$title"/></caption>
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="pk:label('column.', $of)"/></th>
              <xsl:call-template name="chart-heads"><xsl:with-param name="parts" select="concat($parts, ' ')"/></xsl:call-template>
              <xsl:if test="contains($parts, ' ')"><th scope="col" class="pk-number">[[column.sum]]</th></xsl:if>
              <xsl:if test="$share"><th scope="col" class="pk-number">[[column.share]]</th></xsl:if>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$rows">
              <xsl:sort select="count(preceding-sibling::*)" data-type="number" order="{$order}"/>
              <tr>
                <th scope="row"><xsl:attribute name="data-label"><xsl:value-of select="pk:label('column.', $of)"/></xsl:attribute><xsl:apply-templates select="." mode="name"/></th>
                <xsl:call-template name="chart-cells"><xsl:with-param name="parts" select="concat($parts, ' ')"/></xsl:call-template>
                <xsl:if test="contains($parts, ' ')">
                  <td class="pk-number" data-label="[[column.sum]]"><xsl:value-of select="sum(@*[contains(concat(' ', $parts, ' '), concat(' ', name(), ' '))])"/></td>
                </xsl:if>
                <xsl:if test="$share">
                  <td class="pk-number" data-label="[[column.share]]">
                    <xsl:call-template name="per-cent">
                      <xsl:with-param name="part" select="@*[name() = $parts]"/>
                      <xsl:with-param name="whole" select="sum($rows[$share = 'of-all' or position() = 1]/@*[name() = $parts])"/>
                    </xsl:call-template>
                  </td>
                </xsl:if>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- The heads and cells of the table, a part each; on a row. -->
  <xsl:template name="chart-heads">
    <xsl:param name="parts"/>
    <xsl:if test="$parts != ''">
      <th scope="col" class="pk-number"><xsl:value-of select="pk:label('column.', translate(substring-before($parts, ' '), '-', '_'))"/></th>
      <xsl:call-template name="chart-heads"><xsl:with-param name="parts" select="substring-after($parts, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template name="chart-cells">
    <xsl:param name="parts"/>
    <xsl:if test="$parts != ''">
      <xsl:variable name="part" select="substring-before($parts, ' ')"/>
      <td class="pk-number"><xsl:attribute name="data-label"><xsl:value-of select="pk:label('column.', translate($part, '-', '_'))"/></xsl:attribute><xsl:value-of select="@*[name() = $part]"/></td>
      <xsl:call-template name="chart-cells"><xsl:with-param name="parts" select="substring-after($parts, ' ')"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
