<?xml version="1.0" encoding="UTF-8"?>
<!-- A mail: one calm letter in HTML, which needs nothing from elsewhere. fcgi/view/letter.h reads the plain text out of it, and
     the subject (the title), so both say the same. A kind imports this and gives, for match="page",
       mode="link"     the path of the one address it leads to, plain text
       mode="content"  maybe: what stands between the first sentence and the link
     The main thing is the first element of the document; label mail.<kind>.subject and the first sentence, mail.<kind>.text,
     are read in it. Elements of the content: p, h2, ul with li, table with a row for each fact (th, td), blockquote, br, strong, a. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:template match="/page">
    <xsl:variable name="address"><xsl:value-of select="@base"/><xsl:apply-templates select="." mode="link"/></xsl:variable>
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:apply-templates select="*[1]" mode="subject"/></title>
        <xsl:call-template name="mail-style"/>
      </head>
      <body>
        <main>
          <p>[[mail.hello]]</p>
          <xsl:apply-templates select="*[1]" mode="first"/>
          <xsl:apply-templates select="." mode="content"/>
          <p class="open"><a class="button" href="{$address}"><xsl:apply-templates select="." mode="open"/></a></p>
          <p class="address"><xsl:value-of select="$address"/></p>
        </main>
        <hr/>
        <footer><p>[[mail.footer]]</p></footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="*" mode="subject">[[mail.{/page/@name}.subject]]</xsl:template>
  <xsl:template match="*" mode="first"><p>[[mail.{/page/@name}.text]]</p></xsl:template>
  <xsl:template match="page" mode="content"/>
  <!-- What the link is called. -->
  <xsl:template match="page" mode="open">[[mail.open]]</xsl:template>

  <!-- The facts of an activity: a table. -->
  <xsl:template match="activity" mode="facts">
    <table>
      <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@name"/></td></tr>
      <xsl:apply-templates select="." mode="period"/>
      <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
    </table>
  </xsl:template>
  <!-- The facts of an order: rows for a table. -->
  <xsl:template match="order" mode="facts">
    <tr><th scope="row">[[column.activity]]</th><td><xsl:value-of select="@activity-name"/></td></tr>
    <xsl:apply-templates select="." mode="period"/>
    <tr><th scope="row">[[column.institution]]</th><td><xsl:value-of select="@institution-name"/></td></tr>
    <tr><th scope="row">[[column.site]]</th><td><xsl:value-of select="@site-name"/></td></tr>
    <tr><th scope="row">[[order.places_asked]]</th><td><xsl:value-of select="@places"/></td></tr>
  </xsl:template>
  <xsl:template match="order" mode="deadline">
    <tr><th scope="row">[[column.due_on]]</th><td><xsl:value-of select="@due-on-text"/><xsl:if test="@overdue = 1"> ([[order.days_late#@days-late]])</xsl:if></td></tr>
  </xsl:template>
  <xsl:template match="*" mode="period">
    <tr><th scope="row">[[column.period]]</th><td><xsl:value-of select="@starts-text"/>–<xsl:value-of select="@ends-text"/> ([[format.weeks]])</td></tr>
  </xsl:template>

  <!-- What somebody wrote, under its name. -->
  <xsl:template match="reason">
    <p>[[change.reason]]:</p>
    <xsl:call-template name="quote"><xsl:with-param name="text" select="@text"/></xsl:call-template>
  </xsl:template>
  <xsl:template name="quote">
    <xsl:param name="text"/>
    <blockquote><xsl:call-template name="quote-lines"><xsl:with-param name="text" select="$text"/></xsl:call-template></blockquote>
  </xsl:template>
  <xsl:template name="quote-lines">
    <xsl:param name="text"/>
    <xsl:choose>
      <xsl:when test="contains($text, '&#10;')">
        <xsl:value-of select="substring-before($text, '&#10;')"/><br/>
        <xsl:call-template name="quote-lines"><xsl:with-param name="text" select="substring-after($text, '&#10;')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="mail-style">
    <style>
body { margin: 0; padding: 1.5rem 1rem; font: 1rem/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #1e2b3c; background: #fff; }
main, footer, hr { max-width: 36rem; margin-left: auto; margin-right: auto; }
h2 { font-size: 1.0625rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
th, td { padding: .375rem .75rem .375rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d4dae1; }
td { overflow-wrap: anywhere; }
th { width: 38%; font-weight: 400; color: #52606f; }
ul { padding-left: 1.25rem; }
blockquote { margin: .5rem 0 1rem; padding: .25rem 0 .25rem 1rem; border-left: 3px solid #b4bfca; overflow-wrap: anywhere; }
a { color: #0b5394; }
.open { margin: 1.75rem 0 .75rem; }
.button { display: inline-block; padding: .625rem 1.25rem; border-radius: .25rem; background: #0b5394; color: #fff; text-decoration: none; font-weight: 600; }
.address, footer { font-size: .875rem; color: #52606f; overflow-wrap: anywhere; }
hr { border: 0; border-top: 1px solid #d4dae1; margin-top: 2rem; }
@media (prefers-color-scheme: dark) {
body { color: #e6eaef; background: #16202b; }
th, .address, footer { color: #a9b5c1; }
th, td, hr { border-color: #37475a; }
blockquote { border-color: #52657a; }
a { color: #9cc7f0; }
.button { background: #9cc7f0; color: #0f1822; }
}
</style>
  </xsl:template>
</xsl:stylesheet>
