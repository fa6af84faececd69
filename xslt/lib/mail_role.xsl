<?xml version="1.0" encoding="UTF-8"?>
<!-- What mails about a role share: the link to where it counts, and its facts. Block role (fragment mail_role). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="page" mode="link">
    <xsl:choose>
      <xsl:when test="role/@activity">/activities/<xsl:value-of select="role/@activity"/>/roles</xsl:when>
      <xsl:when test="role/@institution">/institutions/<xsl:value-of select="role/@institution"/></xsl:when>
      <xsl:when test="role/@site">/sites/<xsl:value-of select="role/@site"/></xsl:when>
      <xsl:otherwise>/profile</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="role" mode="facts">
    <tr><th scope="row">[[column.role]]</th><td>[[role.{@role}]]</td></tr>
    <xsl:if test="@activity">
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
      <xsl:if test="@classes"><tr><th scope="row">[[column.class]]</th><td><xsl:value-of select="@classes"/></td></tr></xsl:if>
      <xsl:apply-templates select="." mode="period"/>
    </xsl:if>
    <xsl:if test="@organisation"><tr><th scope="row">[[column.organisation]]</th><td><xsl:value-of select="@organisation"/></td></tr></xsl:if>
    <xsl:if test="@unit"><tr><th scope="row">[[column.unit]]</th><td><xsl:value-of select="@unit"/></td></tr></xsl:if>
  </xsl:template>
</xsl:stylesheet>
