<?xml version="1.0" encoding="UTF-8"?>
<!-- The charts of the report, on its page (chart.xsl) and in its print (print_chart.xsl). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:key name="grades" match="grades/grade" use="@scale"/>

  <!-- Each section that has anything: the page, or the print, gives the template `section` (name; as: passed on), which calls
       `section-charts`, and needs in mode `whole`. -->
  <xsl:template match="page" mode="sections">
    <xsl:param name="as"/>
    <xsl:if test="funnel/step or received/step"><xsl:call-template name="section"><xsl:with-param name="name" select="'places'"/><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:if>
    <xsl:if test="professions/profession"><xsl:call-template name="section"><xsl:with-param name="name" select="'need'"/><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:if>
    <xsl:if test="wishes/wish"><xsl:call-template name="section"><xsl:with-param name="name" select="'wishes'"/><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:if>
    <xsl:if test="scales/scale"><xsl:call-template name="section"><xsl:with-param name="name" select="'grades'"/><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:if>
    <xsl:if test="needs/need"><xsl:call-template name="section"><xsl:with-param name="name" select="'needs'"/><xsl:with-param name="as" select="$as"/></xsl:call-template></xsl:if>
  </xsl:template>
  <xsl:template name="section-charts">
    <xsl:param name="name"/>
    <xsl:choose>
      <xsl:when test="$name = 'places'">
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'funnel'"/>
          <xsl:with-param name="rows" select="funnel/step"/>
          <xsl:with-param name="parts" select="'places'"/>
          <xsl:with-param name="of" select="'step'"/>
          <xsl:with-param name="share" select="'of-first'"/>
        </xsl:call-template>
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'received'"/>
          <xsl:with-param name="rows" select="received/step"/>
          <xsl:with-param name="parts" select="'places'"/>
          <xsl:with-param name="of" select="'step'"/>
          <xsl:with-param name="share" select="'of-first'"/>
        </xsl:call-template>
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'units'"/>
          <xsl:with-param name="title"><xsl:call-template name="largest"><xsl:with-param name="name" select="'units'"/><xsl:with-param name="rows" select="units/unit"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="rows" select="units/unit"/>
          <xsl:with-param name="parts" select="'places-used places-free'"/>
          <xsl:with-param name="of" select="'unit'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'need'">
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'professions'"/>
          <xsl:with-param name="title"><xsl:call-template name="largest"><xsl:with-param name="name" select="'professions'"/><xsl:with-param name="rows" select="professions/profession"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="rows" select="professions/profession"/>
          <xsl:with-param name="parts" select="'places-met places-waiting places-missing'"/>
          <xsl:with-param name="of" select="'programme'"/>
        </xsl:call-template>
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'municipalities'"/>
          <xsl:with-param name="title"><xsl:call-template name="largest"><xsl:with-param name="name" select="'municipalities'"/><xsl:with-param name="rows" select="municipalities[municipality[2]]/municipality"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="rows" select="municipalities[municipality[2]]/municipality"/>
          <xsl:with-param name="parts" select="'places-met places-waiting places-missing'"/>
          <xsl:with-param name="of" select="'municipality'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'wishes'">
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'wishes'"/>
          <xsl:with-param name="rows" select="wishes/wish"/>
          <xsl:with-param name="parts" select="'students'"/>
          <xsl:with-param name="of" select="'wish'"/>
          <xsl:with-param name="share" select="'of-all'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'grades'">
        <xsl:apply-templates select="scales/scale" mode="grades"/>
        <xsl:call-template name="chart">
          <xsl:with-param name="name" select="'courses'"/>
          <xsl:with-param name="title"><xsl:call-template name="largest"><xsl:with-param name="name" select="'courses'"/><xsl:with-param name="rows" select="courses/course"/></xsl:call-template></xsl:with-param>
          <xsl:with-param name="rows" select="courses/course"/>
          <xsl:with-param name="parts" select="'passed failed'"/>
          <xsl:with-param name="of" select="'course'"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$name = 'needs'"><xsl:apply-templates select="needs" mode="whole"/></xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Where there may be more rows than the statement reads, LIMIT 15, the title says so: its sums are not those of all. -->
  <xsl:template name="largest" pk:plain="yes">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:value-of select="pk:label('chart.', $name)"/>
    <xsl:if test="count($rows) = 15">, [[chart.largest]]</xsl:if>
  </xsl:template>

  <xsl:template match="scale" mode="grades">
    <xsl:call-template name="chart">
      <xsl:with-param name="name" select="concat('grades-', @id)"/>
      <xsl:with-param name="title" select="concat(pk:label('chart.grades'), ': ', @name)"/>
      <xsl:with-param name="rows" select="key('grades', @id)"/>
      <xsl:with-param name="parts" select="'results'"/>
      <xsl:with-param name="of" select="'grade'"/>
      <xsl:with-param name="share" select="'of-all'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="step" mode="name" pk:plain="yes"><xsl:value-of select="pk:label('funnel.', @step)"/></xsl:template>
</xsl:stylesheet>
