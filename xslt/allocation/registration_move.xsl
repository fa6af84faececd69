<?xml version="1.0" encoding="UTF-8"?>
<!-- A student to another class: what it means is shown first. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/registration.xsl"/>

  <xsl:template match="page" mode="title">[[registration.move]]</xsl:template>
  <xsl:template match="registration" mode="about">
    <xsl:if test="/page/classes/class">
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[registration.classes]]</caption>
        <thead><tr><th scope="col">[[column.class]]</th><th scope="col">[[column.period]]</th><th scope="col" class="pk-number">[[registration.registered]]</th><th scope="col">[[registration.effects]]</th></tr></thead>
        <tbody><xsl:apply-templates select="/page/classes/class" mode="row"/></tbody>
      </table>
    </xsl:if>
  </xsl:template>
  <xsl:template match="class" mode="row">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="place" select="/page/placement[@stage != 'over']"/>
    <tr>
      <th scope="row" data-label="[[column.class]]"><xsl:value-of select="@letter"/></th>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
      <td data-label="[[registration.registered]]" class="pk-number"><xsl:value-of select="@registered"/></td>
      <td data-label="[[registration.effects]]">
        <ul class="ds-list">
          <xsl:apply-templates select="/page/closed/unit[@class = $id]" mode="effect"/>
          <xsl:if test="$place and ($place/@starts != @starts or $place/@ends != @ends)"><li>[[registration.move_days]]</li></xsl:if>
          <xsl:if test="not(/page/closed/unit[@class = $id]) and not($place and ($place/@starts != @starts or $place/@ends != @ends))"><li>[[registration.no_effect]]</li></xsl:if>
        </ul>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="unit" mode="effect"><li>[[registration.move_wish]]</li></xsl:template>
  <xsl:template match="unit[@here = 1]" mode="effect"><li>[[registration.move_place]]</li></xsl:template>
</xsl:stylesheet>
