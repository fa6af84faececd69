<?xml version="1.0" encoding="UTF-8"?>
<!-- The protocol of an exam, to print and sign. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/grading.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="exam/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="grading-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="exam" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="grading-tabs"><xsl:with-param name="here" select="'protocol'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <a class="ds-button" data-variant="secondary" href="/exams/{exam/@id}/protocol/print">[[prints.print]]</a>
    <xsl:if test="rights/@result-list = 1"><a class="ds-button" data-variant="secondary" href="/exams/{exam/@id}/result-list">[[result_list.title]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <h2 class="ds-heading">[[grading.protocol]]</h2>
    <xsl:choose>
      <xsl:when test="exam/@state = 'confirmed'"><p>[[grading.confirmed_by]]</p></xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="warning"><p>[[grading.protocol_early]]</p></div></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="modules"/>
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="grades" mode="tally"/>
    <table class="ds-table pk-table pk-protocol">
      <caption class="ds-sr-only">[[grading.protocol]]</caption>
      <thead>
        <tr>
          <th scope="col">[[column.code]]</th>
          <xsl:if test="rights/@named = 1"><th scope="col">[[column.student]]</th></xsl:if>
          <xsl:if test="exam/@points-most"><th scope="col" class="pk-number">[[column.points]]</th></xsl:if>
          <th scope="col">[[column.grade]]</th>
          <th scope="col">[[column.marks]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="papers/paper"/></tbody>
    </table>
    <section class="pk-section pk-sign" aria-labelledby="sign">
      <h2 class="ds-heading" id="sign">[[grading.sign]]</h2>
      <ul><xsl:for-each select="assessors/assessor"><li><span class="pk-sign-line"></span><xsl:value-of select="@name"/></li></xsl:for-each></ul>
    </section>
  </xsl:template>
  <xsl:template match="paper">
    <tr>
      <th scope="row" data-label="[[column.code]]"><span class="pk-code"><xsl:value-of select="@code"/></span></th>
      <xsl:if test="/page/rights/@named = 1"><td data-label="[[column.student]]"><xsl:value-of select="@student"/></td></xsl:if>
      <xsl:if test="/page/exam/@points-most"><td data-label="[[column.points]]" class="pk-number"><xsl:apply-templates select="@points" mode="points"/></td></xsl:if>
      <td data-label="[[column.grade]]">
        <xsl:choose>
          <xsl:when test="@grade"><strong><xsl:value-of select="@grade"/></strong></xsl:when>
          <xsl:otherwise><span class="pk-quiet">[[paper_state.{@state}]]</span></xsl:otherwise>
        </xsl:choose>
      </td>
      <td data-label="[[column.marks]]"><xsl:value-of select="@marks"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
