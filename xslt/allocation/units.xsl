<?xml version="1.0" encoding="UTF-8"?>
<!-- Units with places, and a box for each class they take nobody of. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/wishes.xsl"/>

  <xsl:template match="page" mode="title">[[units.per_class]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="wishes-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="not(units/unit)"><div class="pk-empty"><p>[[units.none]]</p><p><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/sites">[[activity.sites]]</a></p></div></xsl:when>
      <xsl:when test="classes/class">
        <p class="pk-prose">[[units.help]]</p>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[units.no_classes]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="fields">
    <table class="ds-table pk-table" id="field-closed">
      <caption class="ds-sr-only">[[units.per_class]]</caption>
      <thead>
        <tr>
          <th scope="col">[[column.unit]]</th>
          <th scope="col">[[column.site]]</th>
          <th scope="col" class="pk-number">[[column.places]]</th>
          <th scope="col">[[units.closed_to]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="../units/unit"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="unit">
    <tr>
      <th scope="row" data-label="[[column.unit]]" id="unit-{@id}"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.site]]"><xsl:value-of select="@site-name"/></td>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[units.closed_to]]">
        <div class="pk-options" role="group" aria-labelledby="unit-{@id}"><xsl:apply-templates select="/page/classes/class"><xsl:with-param name="unit" select="@id"/></xsl:apply-templates></div>
      </td>
    </tr>
  </xsl:template>
  <!-- The box's value is unit and letter in one: the letter's number in the alphabet after the unit's. -->
  <xsl:template match="class">
    <xsl:param name="unit"/>
    <xsl:variable name="key" select="$unit * 100 + string-length(substring-before('ABCDEFGHIJKLMNOPQRSTUVWXYZ', @letter)) + 1"/>
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id="field-closed-{$key}" name="closed" value="{$key}">
        <xsl:if test="key('entry', concat('closed-', $key))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-closed-{$key}">[[roles.class]]</label>
    </div>
  </xsl:template>
</xsl:stylesheet>
