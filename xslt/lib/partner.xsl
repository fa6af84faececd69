<?xml version="1.0" encoding="UTF-8"?>
<!-- What pages below a partner's share: the way back, which key it is about. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/partners">[[nav.partners]]</a></li>
    <xsl:apply-templates select="partner | key" mode="trail"/>
  </xsl:template>
  <xsl:template match="partner" mode="trail"><li><a class="ds-link" href="/partners/{@id}"><xsl:value-of select="@name"/></a></li></xsl:template>
  <xsl:template match="key" mode="trail"><li><a class="ds-link" href="/partners/{@partner}"><xsl:value-of select="@partner-name"/></a></li></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/partners/{/page/partner/@id}{/page/key/@partner}">[[word.cancel]]</a></xsl:template>

  <xsl:template match="page/key" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[partner.one]]</dt><dd><xsl:value-of select="@partner-name"/></dd></div>
      <div><dt>[[column.key_made]]</dt><dd><time datetime="{@made-at}"><xsl:value-of select="@made-at-text"/></time></dd></div>
      <div><dt>[[column.expires_on]]</dt><dd><time datetime="{@expires-on}"><xsl:value-of select="@expires-on-text"/></time></dd></div>
      <div>
        <dt>[[column.last_used_at]]</dt>
        <dd><xsl:choose><xsl:when test="@last-used-at"><time datetime="{@last-used-at}"><xsl:value-of select="@last-used-at-text"/></time></xsl:when><xsl:otherwise>[[partner.never_used]]</xsl:otherwise></xsl:choose></dd>
      </div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
