<?xml version="1.0" encoding="UTF-8"?>
<!-- What a notice says, on the page, in the feed and in the digest. Rows of fragment notice_words. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- What it is about: the activity and the other side; for a role, which. -->
  <xsl:template match="notice" mode="about" pk:plain="yes">
    <xsl:if test="@role"><xsl:value-of select="pk:label('role.', @role)"/><xsl:if test="@activity or @party"><xsl:text> · </xsl:text></xsl:if></xsl:if>
    <xsl:value-of select="@activity"/>
    <xsl:if test="@activity and @party"><xsl:text> · </xsl:text></xsl:if>
    <xsl:value-of select="@party"/>
  </xsl:template>
</xsl:stylesheet>
