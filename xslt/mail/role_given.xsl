<?xml version="1.0" encoding="UTF-8"?>
<!-- A role was given: where, from when, what it lets one do. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:import href="../lib/mail_role.xsl"/>

  <xsl:template match="page" mode="content"><xsl:apply-templates select="role"/></xsl:template>
  <xsl:template match="role">
    <table>
      <xsl:apply-templates select="." mode="facts"/>
      <tr>
        <th scope="row">[[mail.role_counts]]</th>
        <td>
          <xsl:choose>
            <xsl:when test="@valid-to"><xsl:value-of select="@valid-from-text"/>–<xsl:value-of select="@valid-to-text"/></xsl:when>
            <xsl:otherwise>[[grant.from]]</xsl:otherwise>
          </xsl:choose>
        </td>
      </tr>
      <tr>
        <th scope="row">[[mail.role_can]]</th>
        <td>
          <xsl:choose>
            <xsl:when test="@activity">[[role_can_activity.{@role}]]</xsl:when>
            <xsl:otherwise>[[role_can.{@role}]]</xsl:otherwise>
          </xsl:choose>
        </td>
      </tr>
    </table>
  </xsl:template>
</xsl:stylesheet>
