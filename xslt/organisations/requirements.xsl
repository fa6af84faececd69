<?xml version="1.0" encoding="UTF-8"?>
<!-- The catalogue of requirements. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[requirements.title]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[requirements.lead]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="viewer/@administer = 1"><a class="ds-button" href="/requirements/new">[[requirement.new]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="requirements" mode="list"/>
  </xsl:template>
  <xsl:template match="requirement" mode="row">
    <tr>
      <td data-label="[[column.code]]"><xsl:value-of select="@code"/></td>
      <th scope="row" data-label="[[column.name]]"><xsl:choose><xsl:when test="/page/viewer/@administer = 1"><a class="ds-link" href="/requirements/{@id}/edit"><xsl:value-of select="@name"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@name"/></xsl:otherwise></xsl:choose></th>
      <td data-label="[[column.units]]" class="pk-number"><xsl:value-of select="@units"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="requirements" mode="empty">
    <p>[[requirements.empty]]</p>
    <xsl:if test="/page/viewer/@administer = 1"><p><a class="ds-button" href="/requirements/new">[[requirement.new]]</a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
