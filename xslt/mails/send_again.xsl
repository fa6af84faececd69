<?xml version="1.0" encoding="UTF-8"?>
<!-- A mail that was given up: why, and once more. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/post.xsl"/>

  <xsl:template match="page" mode="title">[[mail.send_again]]</xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/mails">[[nav.mails]]</a></li></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="mail"/>
    <xsl:choose>
      <xsl:when test="mail/@state = 'failed' or form/error or stale">
        <xsl:if test="mail/@problem = 'unknown'"><p>[[mail.perhaps_help]]</p></xsl:if>
        <xsl:if test="mail/@problem = 'address' or mail/@problem = 'refused'"><p>[[mail.address_help]]</p></xsl:if>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise><p>[[error.mail_not_failed]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/mails">[[word.cancel]]</a></xsl:template>
  <xsl:template match="mail">
    <dl class="pk-facts pk-section">
      <div><dt>[[column.recipient]]</dt><dd><xsl:apply-templates select="." mode="recipient"/></dd></div>
      <div><dt>[[column.mail_kind]]</dt><dd>[[mail_kind.{@kind}]]</dd></div>
      <xsl:if test="@about"><div><dt>[[column.about]]</dt><dd><xsl:value-of select="@about"/></dd></div></xsl:if>
      <div><dt>[[column.at]]</dt><dd><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></dd></div>
      <div><dt>[[column.mail_state]]</dt><dd><xsl:apply-templates select="@state" mode="tag"/></dd></div>
      <div><dt>[[column.attempts]]</dt><dd><xsl:value-of select="@attempts"/></dd></div>
      <xsl:if test="@problem"><div><dt>[[column.mail_problem]]</dt><dd>[[mail_problem.{@problem}]]</dd></div></xsl:if>
      <xsl:if test="@words"><div><dt>[[column.words]]</dt><dd><q class="pk-words"><xsl:value-of select="@words"/></q></dd></div></xsl:if>
    </dl>
  </xsl:template>
</xsl:stylesheet>
