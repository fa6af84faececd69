<?xml version="1.0" encoding="UTF-8"?>
<!-- What a course's placement periods are assessed by: those there are, then rows for more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[criteria.title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <li><a class="ds-link" href="/courses/{course/@id}"><xsl:value-of select="course/@code"/><xsl:text> </xsl:text><xsl:value-of select="course/@name"/></a></li>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/courses/{/page/course/@id}">[[word.cancel]]</a></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[criteria.help]]</p>
    <xsl:apply-templates select="form"/>
  </xsl:template>

  <xsl:template match="form" mode="fields">
    <table class="ds-table pk-table pk-rows">
      <caption class="ds-sr-only">[[criteria.title]]</caption>
      <thead>
        <tr>
          <th scope="col" id="head-place">[[criteria.place]]</th>
          <th scope="col" id="head-text">[[criteria.text]]</th>
          <th scope="col" id="head-text-en">[[criteria.text_en]]</th>
          <th scope="col">[[criteria.gone]]</th>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="../criteria/criterion" mode="entry"/>
        <xsl:apply-templates select="../rows/row" mode="entry"/>
      </tbody>
    </table>
  </xsl:template>
  <xsl:template match="criterion" mode="entry">
    <tr>
      <td class="pk-cell-number" data-label="[[criteria.place]]"><span class="ds-sr-only" id="criterion-{@id}"><xsl:value-of select="@text"/></span>
        <xsl:call-template name="entry-input"><xsl:with-param name="field" select="'place'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-place criterion-', @id)"/></xsl:call-template>
      </td>
      <td class="pk-cell-wide" data-label="[[criteria.text]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'text'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-text criterion-', @id)"/></xsl:call-template></td>
      <td class="pk-cell-wide" data-label="[[criteria.text_en]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'text_en'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-text-en criterion-', @id)"/></xsl:call-template></td>
      <td data-label="[[criteria.gone]]"><xsl:call-template name="entry-tick"><xsl:with-param name="field" select="'gone'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="name">[[criteria.gone_of]]</xsl:with-param></xsl:call-template></td>
    </tr>
  </xsl:template>
  <xsl:template match="row" mode="entry">
    <tr>
      <td class="pk-cell-number" data-label="[[criteria.place]]"><span class="ds-sr-only" id="row-{@id}">[[criteria.new_row]]</span>
        <xsl:call-template name="entry-input"><xsl:with-param name="field" select="'new_place'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-place row-', @id)"/></xsl:call-template>
      </td>
      <td class="pk-cell-wide" data-label="[[criteria.text]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'new_text'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-text row-', @id)"/></xsl:call-template></td>
      <td class="pk-cell-wide" data-label="[[criteria.text_en]]"><xsl:call-template name="entry-input"><xsl:with-param name="field" select="'new_text_en'"/><xsl:with-param name="key" select="@id"/><xsl:with-param name="label" select="concat('head-text-en row-', @id)"/></xsl:call-template></td>
      <td></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
