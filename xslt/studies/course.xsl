<?xml version="1.0" encoding="UTF-8"?>
<!-- A course and when it is held. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/studies.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="course/@name"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <li><a class="ds-link" href="/programmes/{course/@programme}"><xsl:value-of select="course/@programme-name"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit = 1"><a class="ds-button" href="/courses/{course/@id}/instances/new">[[instance.new]]</a></xsl:if>
    <xsl:if test="rights/@edit = 1"><a class="ds-button" data-variant="secondary" href="/courses/{course/@id}/edit">[[word.edit]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="course" mode="facts"/>
    <xsl:call-template name="modules"/>
    <xsl:if test="criteria/criterion or rights/@edit = 1">
    <section class="pk-section" aria-labelledby="criteria">
      <div class="pk-section-head"><h2 class="ds-heading" id="criteria">[[course.criteria]]</h2><xsl:if test="rights/@edit = 1"><a class="ds-link" href="/courses/{course/@id}/criteria">[[criteria.edit]]</a></xsl:if></div>
      <xsl:choose>
        <xsl:when test="criteria/criterion"><ol class="ds-list"><xsl:apply-templates select="criteria/criterion" mode="row"/></ol></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[criteria.none]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="instances">
      <div class="pk-section-head"><h2 class="ds-heading" id="instances">[[course.instances]]</h2></div>
      <xsl:apply-templates select="instances" mode="list"/>
    </section>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="course" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[column.code]]</dt><dd><xsl:value-of select="@code"/></dd></div>
      <div><dt>[[column.credits]]</dt><dd><xsl:value-of select="@credits-text"/></dd></div>
      <div><dt>[[column.programme]]</dt><dd><a class="ds-link" href="/programmes/{@programme}"><xsl:value-of select="@programme-name"/></a></dd></div>
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution-id}"><xsl:value-of select="@institution"/></a></dd></div>
      <xsl:if test="@department"><div><dt>[[course.department]]</dt><dd><xsl:value-of select="@department"/></dd></div></xsl:if>
      <xsl:if test="@attendance-percent"><div><dt>[[course.attendance]]</dt><dd>[[course.attendance_percent]]</dd></div></xsl:if>
      <xsl:if test="@name-en"><div><dt>[[studies.name_en]]</dt><dd><xsl:value-of select="@name-en"/></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="criterion" mode="row"><li><xsl:value-of select="@text"/></li></xsl:template>
  <xsl:template match="instance" mode="row">
    <tr>
      <th scope="row" data-label="[[column.code]]"><a class="ds-link" href="/instances/{@id}"><xsl:value-of select="@code"/></a></th>
      <td data-label="[[column.term]]"><xsl:call-template name="term"/></td>
      <td data-label="[[column.starts]]"><xsl:if test="@starts"><time datetime="{@starts}"><xsl:value-of select="@starts-text"/></time></xsl:if></td>
      <td data-label="[[column.ends]]"><xsl:if test="@ends"><time datetime="{@ends}"><xsl:value-of select="@ends-text"/></time></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="instances" mode="empty">
    <p>[[instances.empty]]</p>
    <xsl:if test="/page/rights/@edit = 1"><p><a class="ds-button" href="/courses/{/page/course/@id}/instances/new">[[instance.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
