<?xml version="1.0" encoding="UTF-8"?>
<!-- An exam session: its facts, whom it is for, and what there is to do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exams.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="session/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="exam-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:call-template name="exam-head"/></xsl:template>
  <xsl:template match="page" mode="tabs">
    <xsl:if test="rights/@staff = 1 and session/@state != 'draft'"><xsl:call-template name="exam-tabs"><xsl:with-param name="here" select="'details'"/></xsl:call-template></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="session/@state = 'cancelled'"><div class="ds-alert" data-color="warning"><p>[[exam.is_cancelled]]</p></div></xsl:if>
    <section class="pk-section" aria-labelledby="details">
      <h2 class="ds-heading" id="details">[[exam.details]]</h2>
      <xsl:apply-templates select="session" mode="facts"/>
    </section>
    <section class="pk-section" aria-labelledby="instances">
      <h2 class="ds-heading" id="instances">[[exam.concerns]]</h2>
      <xsl:apply-templates select="instances"/>
    </section>
    <xsl:if test="rights/@staff = 1"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>

  <xsl:template match="session" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[exam.name_other]]</dt><dd><xsl:value-of select="@name-other"/></dd></div>
      <div><dt>[[exam.when]]</dt><dd><xsl:call-template name="exam-when"/></dd></div>
      <xsl:if test="@place"><div><dt>[[exam.place]]</dt><dd><xsl:value-of select="@place"/></dd></div></xsl:if>
      <div><dt>[[exam.registration]]</dt><dd><xsl:call-template name="exam-registers"/></dd></div>
      <div><dt>[[exam.anonymity]]</dt><dd><xsl:apply-templates select="." mode="anonymity"/></dd></div>
      <xsl:if test="@scale-name"><div><dt>[[exam.scale]]</dt><dd><xsl:value-of select="@scale-name"/></dd></div></xsl:if>
      <xsl:if test="@results-due"><div><dt>[[column.results_due]]</dt><dd><time datetime="{@results-due}"><xsl:value-of select="@results-due-text"/></time></dd></div></xsl:if>
      <xsl:if test="../figures"><div><dt>[[exam.candidates]]</dt><dd><xsl:value-of select="../figures/@registered"/></dd></div></xsl:if>
      <xsl:if test="@resit-of"><div><dt>[[exam.resit_of]]</dt><dd><a class="ds-link" href="/exam-sessions/{@resit-of}"><xsl:value-of select="@resit-of-name"/></a></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="session" mode="anonymity">[[exam.anonymous_no]]</xsl:template>
  <xsl:template match="session[@anonymous = 1]" mode="anonymity"><code><xsl:call-template name="exam-code-like"/></code><span class="pk-sub">[[exam.code_shown_{@code-shown}]]</span></xsl:template>

  <xsl:template match="instances"><p class="pk-quiet">[[exam.no_instances]]</p></xsl:template>
  <xsl:template match="instances[instance]">
    <table class="ds-table pk-table">
      <thead><tr><th scope="col">[[exam.instance]]</th><th scope="col">[[exam.module]]</th></tr></thead>
      <tbody><xsl:apply-templates select="instance"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="instance">
    <tr>
      <th scope="row" data-label="[[exam.instance]]"><xsl:call-template name="exam-instance"/></th>
      <td data-label="[[exam.module]]"><xsl:call-template name="exam-module"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
