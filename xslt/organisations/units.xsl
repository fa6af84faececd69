<?xml version="1.0" encoding="UTF-8"?>
<!-- The units of all placement sites: where the search leads on. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[units.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/sites">[[nav.sites]]</a></li></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="units" mode="list"/>
  </xsl:template>
  <xsl:template match="unit" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a></th>
      <td data-label="[[column.above]]"><xsl:value-of select="@above"/></td>
      <td data-label="[[column.site]]"><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></td>
      <td data-label="[[column.municipality]]"><xsl:value-of select="@municipality"/></td>
      <td data-label="[[column.closed_on]]"><xsl:if test="@closed-on"><time datetime="{@closed-on}"><xsl:value-of select="@closed-on-text"/></time></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="units" mode="empty"><p>[[units.empty]]</p></xsl:template>
</xsl:stylesheet>
