<?xml version="1.0" encoding="UTF-8"?>
<!-- Mails as their pages show them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Who it goes to; of somebody protected neither name nor address. -->
  <xsl:template match="mail" mode="recipient">
    <xsl:choose>
      <xsl:when test="@recipient"><xsl:value-of select="@recipient"/><span class="pk-sub"><xsl:value-of select="@email"/></span></xsl:when>
      <xsl:otherwise>[[history.protected]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Its state as a tag. -->
  <xsl:template match="@*" mode="tag">
    <xsl:choose>
      <xsl:when test=". = 'failed'"><span class="ds-tag pk-tag" data-color="danger">[[mail_state.{.}]]</span></xsl:when>
      <xsl:when test=". = 'sent'"><span class="ds-tag pk-tag" data-color="success">[[mail_state.{.}]]</span></xsl:when>
      <xsl:when test=". = 'void'"><span class="ds-tag pk-tag" data-color="neutral">[[mail_state.{.}]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="info">[[mail_state.{.}]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
