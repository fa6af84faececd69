<?xml version="1.0" encoding="UTF-8"?>
<!-- What happened since the last one, by what it is about, each with its link. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:import href="../lib/notice.xsl"/>

  <!-- By thing: a notice's address, and its topic where there is none. -->
  <xsl:key name="things" match="notices/notice" use="concat(@topic, ' ', @address)"/>

  <xsl:template match="page" mode="link">/notices</xsl:template>
  <xsl:template match="page" mode="open">[[mail.digest.open]]</xsl:template>
  <xsl:template match="*" mode="subject">[[mail.digest.subject#@count]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="notices/notice[generate-id() = generate-id(key('things', concat(@topic, ' ', @address))[1])]" mode="thing"/>
  </xsl:template>

  <xsl:template match="notice" mode="thing">
    <h2>
      <xsl:choose>
        <xsl:when test="@activity or @party or @role"><xsl:apply-templates select="." mode="about"/></xsl:when>
        <xsl:otherwise>[[topic.{@topic}]]</xsl:otherwise>
      </xsl:choose>
    </h2>
    <ul><xsl:apply-templates select="key('things', concat(@topic, ' ', @address))" mode="item"/></ul>
    <xsl:if test="@address"><p><a href="{/page/@base}{@address}">[[mail.open]]</a></p></xsl:if>
  </xsl:template>
  <xsl:template match="notice" mode="item">
    <li>[[notice.{@notice}]], <xsl:value-of select="@created-at-text"/></li>
  </xsl:template>
</xsl:stylesheet>
