<?xml version="1.0" encoding="UTF-8"?>
<!-- Students taken over from another activity: first from which, then who. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>
  <xsl:import href="../lib/students.xsl"/>

  <xsl:template match="page" mode="title">[[students.copy]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="source">
        <xsl:apply-templates select="source" mode="facts"/>
        <xsl:choose>
          <xsl:when test="people/person or form/error"><xsl:apply-templates select="form"/></xsl:when>
          <xsl:otherwise><div class="pk-empty" role="status"><p>[[students.all_here]]</p></div></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="sources/source">
        <p>[[students.copy_help]]</p>
        <table class="ds-table pk-table">
          <thead><tr><th scope="col">[[column.activity]]</th><th scope="col">[[column.period]]</th><th scope="col" class="pk-number">[[registration.registered]]</th><th scope="col" class="pk-number">[[students.missing]]</th></tr></thead>
          <tbody><xsl:apply-templates select="sources/source" mode="row"/></tbody>
        </table>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty" role="status"><p>[[students.no_sources]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="source" mode="row">
    <tr>
      <th scope="row" data-label="[[column.activity]]"><a class="ds-link" href="{/page/@path}?from={@id}"><xsl:value-of select="@name"/></a><xsl:if test="@same-course = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="info">[[students.same_course]]</span></xsl:if></th>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
      <td data-label="[[registration.registered]]" class="pk-number"><xsl:value-of select="@students"/></td>
      <td data-label="[[students.missing]]" class="pk-number"><xsl:value-of select="@missing"/></td>
    </tr>
  </xsl:template>

  <xsl:template match="source" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[students.copied_from]]</dt><dd><a class="ds-link" href="/activities/{@id}/students"><xsl:value-of select="@name"/></a><span class="pk-sub"> <a class="ds-link" href="{/page/@path}">[[students.another]]</a></span></dd></div>
      <div><dt>[[column.period]]</dt><dd><xsl:call-template name="period"/></dd></div>
    </dl>
    <xsl:if test="/page/source_classes/class">
      <nav class="pk-parts" aria-label="[[column.class]]">
        <ul>
          <li><a href="{/page/@path}?from={@id}"><xsl:if test="not(@class)"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[list.all]]</a></li>
          <xsl:apply-templates select="/page/source_classes/class" mode="part"/>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>
  <xsl:template match="class" mode="part">
    <li><a href="{/page/@path}?from={/page/source/@id}&amp;from_class={@id}"><xsl:if test="@id = /page/source/@class"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:if>[[roles.class]]</a></li>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'people']"/>
    <xsl:apply-templates select="field[@name = 'class']"/>
    <xsl:apply-templates select="field[@name = 'needs']"/>
  </xsl:template>
  <xsl:template match="person" mode="more"><xsl:if test="@letter">[[roles.class]]</xsl:if></xsl:template>
</xsl:stylesheet>
