<?xml version="1.0" encoding="UTF-8"?>
<!-- The form of a grading scale: a row a grade, the lowest first. Block: grades, whose ids are the rows. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'institution']"/>
    <xsl:apply-templates select="field[@name = 'name']"/>
    <xsl:apply-templates select="field[@name = 'name_en']"/>
    <section class="pk-section" aria-labelledby="grades">
      <h2 class="ds-heading" id="grades">[[scale.grades]]</h2>
      <p class="pk-prose">[[scale.grades_help]]</p>
      <table class="ds-table pk-table pk-rows">
        <thead>
          <tr>
            <th scope="col" class="pk-number">[[scale.position]]</th>
            <th scope="col" id="head-symbol">[[lang.nb]]</th>
            <th scope="col" id="head-symbol_nn">[[lang.nn]]</th>
            <th scope="col" id="head-symbol_sv">[[lang.sv]]</th>
            <th scope="col" id="head-symbol_en">[[lang.en]]</th>
            <th scope="col">[[scale.passed]]</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="../grades/grade" mode="entry"/></tbody>
      </table>
    </section>
    <xsl:apply-templates select="field[@name = 'closed_on']"/>
  </xsl:template>
  <xsl:template match="grade" mode="entry">
    <tr>
      <th scope="row" class="pk-number" data-label="[[scale.position]]" id="grade-{@id}"><xsl:value-of select="@id"/></th>
      <td data-label="[[lang.nb]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'symbol'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-symbol grade-', @id)"/></xsl:call-template></td>
      <td data-label="[[lang.nn]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'symbol_nn'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-symbol_nn grade-', @id)"/></xsl:call-template></td>
      <td data-label="[[lang.sv]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'symbol_sv'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-symbol_sv grade-', @id)"/></xsl:call-template></td>
      <td data-label="[[lang.en]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'symbol_en'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-symbol_en grade-', @id)"/></xsl:call-template></td>
      <td data-label="[[scale.passed]]"><xsl:call-template name="entry-tick"><xsl:with-param name="field" select="'passed'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="name">[[scale.passed_of]]</xsl:with-param></xsl:call-template></td>
    </tr>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="@key"/></xsl:template>
</xsl:stylesheet>
