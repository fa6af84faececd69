<?xml version="1.0" encoding="UTF-8"?>
<!-- The house around every page. A page's stylesheet imports this one and gives templates match="page" in the modes
     title (also <title>), head (more of <head>), trail, lead, actions, tabs and content; all but title and content may be left out: what stays
     empty is hidden by the css. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="lib/text.xsl"/>
  <xsl:import href="lib/format.xsl"/>
  <xsl:import href="lib/history.xsl"/>
  <xsl:import href="lib/field.xsl"/>
  <xsl:import href="lib/form.xsl"/>
  <xsl:import href="lib/table.xsl"/>
  <xsl:import href="lib/navigation.xsl"/>
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:template match="/page">
    <html lang="{@lang}" data-color-scheme="auto" data-size="sm">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>
          <xsl:if test="form/error">[[form.error_prefix]]<xsl:text> </xsl:text></xsl:if>
          <xsl:apply-templates select="." mode="title"/>
          <xsl:text> – Praktikum</xsl:text>
        </title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml"/>
        <link rel="stylesheet" href="/assets/praktikum.css?v={@assets}"/>
        <xsl:apply-templates select="." mode="head"/>
      </head>
      <body>
        <a class="ds-skip-link" href="#main">[[layout.skip]]</a>
        <xsl:choose>
          <xsl:when test="viewer">
            <div class="pk-frame">
              <xsl:call-template name="header"/>
              <xsl:call-template name="navigation"/>
              <xsl:call-template name="main"/>
              <xsl:call-template name="footer"/>
            </div>
          </xsl:when>
          <xsl:otherwise>
            <div class="pk-frame pk-frame-open">
              <xsl:call-template name="header"/>
              <xsl:call-template name="main"/>
              <xsl:call-template name="footer"/>
            </div>
          </xsl:otherwise>
        </xsl:choose>
      </body>
    </html>
  </xsl:template>

  <!-- A list as a spreadsheet begins with what its page says: the title, then a line each of what was asked for, and last how much
       there is and when (fcgi/server/table.h reads it as text). -->
  <xsl:template match="/page[@only = 'words']">
    <html>
      <head><title><xsl:apply-templates select="." mode="title"/></title></head>
      <body>
        <xsl:if test="@as-of"><p>[[sheet.as_of]]</p></xsl:if>
        <table><xsl:apply-templates select="*[pager]" mode="asked"/></table>
        <p>[[sheet.made#*[pager]/@total]]</p>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="header">
    <header class="pk-header">
      <a class="pk-brand" href="/"><span class="pk-brand-mark" aria-hidden="true"></span><span class="pk-brand-name">Praktikum</span></a>
      <xsl:if test="@demonstration"><span class="pk-demonstration">[[layout.demonstration]]</span></xsl:if>
      <xsl:if test="viewer">
        <form class="pk-find" method="get" action="/search" role="search" aria-label="[[layout.search]]">
          <label class="ds-sr-only" for="find">[[layout.search]]</label>
          <input class="ds-input" type="search" id="find" name="q" value="{search/@q}" maxlength="200" autocomplete="off" placeholder="[[layout.search_hint]]"/>
          <button type="submit"><span class="pk-icon pk-icon-search" aria-hidden="true"></span><span class="ds-sr-only">[[layout.search_button]]</span></button>
        </form>
      </xsl:if>
      <div class="pk-header-tools">
        <xsl:if test="viewer">
          <a class="pk-tool pk-find-link" href="/search">
            <span class="pk-icon pk-icon-search" aria-hidden="true"></span><span class="pk-tool-text">[[layout.search]]</span>
          </a>
          <a class="pk-tool pk-tool-notices" href="/notices">
            <span class="pk-icon pk-icon-bell" aria-hidden="true"></span>
            <span class="pk-tool-text">[[layout.notices]]</span>
            <xsl:choose>
              <xsl:when test="viewer/@notices &gt; 99"><span class="pk-tool-count">99+<span class="ds-sr-only"><xsl:text> </xsl:text>[[layout.notices_unread]]</span></span></xsl:when>
              <xsl:when test="viewer/@notices &gt; 0"><span class="pk-tool-count"><xsl:value-of select="viewer/@notices"/><span class="ds-sr-only"><xsl:text> </xsl:text>[[layout.notices_unread]]</span></span></xsl:when>
            </xsl:choose>
          </a>
          <a class="pk-tool" href="/profile">
            <span class="pk-icon pk-icon-person" aria-hidden="true"></span>
            <span class="pk-tool-text"><span class="ds-sr-only">[[layout.profile]]: </span><xsl:value-of select="viewer/@name"/></span>
          </a>
          <form class="pk-tool-form" method="post" action="/sign-out">
            <input type="hidden" name="token" value="{@sign-out-token}"/>
            <button class="pk-tool" type="submit">
              <span class="pk-icon pk-icon-leave" aria-hidden="true"></span>
              <span class="pk-tool-text">[[layout.sign_out]]</span>
            </button>
          </form>
          <button class="pk-tool pk-menu-button" type="button" popovertarget="menu">
            <span class="pk-icon pk-icon-menu" aria-hidden="true"></span>
            <span>[[layout.menu]]</span>
          </button>
        </xsl:if>
      </div>
    </header>
  </xsl:template>

  <xsl:template name="main">
    <main class="pk-main" id="main" tabindex="-1">
      <xsl:apply-templates select="flash"/>
      <xsl:if test="@as-of">
        <div class="ds-alert pk-flash" data-color="warning" role="note">
          <p>[[layout.as_of]] <a class="ds-link" href="{@path}">[[layout.as_of_now]]</a></p>
        </div>
      </xsl:if>
      <nav class="ds-breadcrumbs pk-trail" aria-label="[[layout.trail]]">
        <ol><xsl:apply-templates select="." mode="trail"/></ol>
      </nav>
      <div class="pk-head">
        <h1 class="ds-heading pk-title"><xsl:apply-templates select="." mode="title"/></h1>
        <div class="pk-actions"><xsl:apply-templates select="." mode="actions"/></div>
        <xsl:apply-templates select="." mode="lead"/>
      </div>
      <xsl:apply-templates select="." mode="tabs"/>
      <xsl:apply-templates select="." mode="content"/>
    </main>
  </xsl:template>

  <xsl:template name="footer">
    <footer class="pk-footer">
      <p>[[layout.footer]]</p>
      <xsl:if test="language">
        <form class="pk-languages" method="post" action="/language?next={@path}" aria-label="[[layout.language]]">
          <input type="hidden" name="token" value="{@language-token}"/>
          <input type="hidden" name="next" value="{@path}"/>
          <span class="pk-icon pk-icon-globe" aria-hidden="true"></span>
          <xsl:apply-templates select="language"/>
        </form>
      </xsl:if>
    </footer>
  </xsl:template>

  <xsl:template match="language">
    <button type="submit" name="language" value="{@code}" lang="{@code}"><xsl:value-of select="@name"/></button>
  </xsl:template>
  <xsl:template match="language[@current]">
    <span class="pk-language" lang="{@code}"><xsl:value-of select="@name"/></span>
  </xsl:template>

  <xsl:template match="flash">
    <div class="ds-alert pk-flash" data-color="success" role="status"><p>[[flash.{@key}]]</p></div>
  </xsl:template>
  <xsl:template match="flash[@kind != 'done']">
    <div class="ds-alert pk-flash" data-color="info" role="status"><p>[[flash.{@key}]]</p></div>
  </xsl:template>

  <xsl:template match="page" mode="head"/>
  <xsl:template match="page" mode="trail"/>
  <xsl:template match="page" mode="lead"/>
  <xsl:template match="page" mode="actions"/>
  <xsl:template match="page" mode="tabs"/>
</xsl:stylesheet>
