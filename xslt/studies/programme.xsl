<?xml version="1.0" encoding="UTF-8"?>
<!-- A programme and its courses. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="programme/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" href="/programmes/{programme/@id}/courses/new">[[course.new]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/programmes/{programme/@id}/edit">[[word.edit]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="programme" mode="facts"/>
    <section class="pk-section" aria-labelledby="courses">
      <div class="pk-section-head"><h2 class="ds-heading" id="courses">[[programme.courses]]</h2></div>
      <xsl:apply-templates select="courses" mode="list"/>
    </section>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="programme" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.code]]</dt><dd><xsl:value-of select="@code"/></dd></div>
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></dd></div>
      <xsl:if test="@name-en"><div><dt>[[studies.name_en]]</dt><dd><xsl:value-of select="@name-en"/></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="course" mode="row">
    <tr>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/courses/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.credits]]" class="pk-number"><xsl:value-of select="@credits-text"/></td>
      <td data-label="[[column.instances]]" class="pk-number"><xsl:value-of select="@instances"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="courses" mode="empty">
    <p>[[courses.empty]]</p>
    <xsl:if test="/page/rights/@edit = 1"><p><a class="ds-button" href="/programmes/{/page/programme/@id}/courses/new">[[course.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
