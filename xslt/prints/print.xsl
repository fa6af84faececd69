<?xml version="1.0" encoding="UTF-8"?>
<!-- One print: being made, made, or why not. While it is under way the page reloads by itself. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="head">
    <xsl:if test="print/@state = 'under_way'"><meta http-equiv="refresh" content="1"/></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="title"><xsl:apply-templates select="print" mode="name"/></xsl:template>
  <xsl:template match="print" mode="name">
    <xsl:choose><xsl:when test="@title"><xsl:value-of select="@title"/></xsl:when><xsl:otherwise>[[print.{@area}.{@name}]]</xsl:otherwise></xsl:choose>
  </xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/prints">[[prints.title]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead">
    <xsl:for-each select="print"><p class="pk-lead">[[option.language.{@language}]]<xsl:text> · </xsl:text><time datetime="{@asked-at}"><xsl:value-of select="@asked-at-text"/></time></p></xsl:for-each>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="print"/>
  </xsl:template>

  <xsl:template match="print">
    <p class="pk-buttons">
      <a class="ds-button" href="/prints/{@id}/file">[[print.download]]</a>
      <a class="ds-button" data-variant="secondary" href="{@address}">[[print.again]]</a>
    </p>
    <p>[[print.size#@pages]]<xsl:text> · </xsl:text>[[print.kept_until]]</p>
  </xsl:template>
  <xsl:template match="print[@state = 'under_way']">
    <p role="status"><xsl:choose><xsl:when test="/page/job/@cancel-wanted = 1">[[print.cancelling]]</xsl:when><xsl:otherwise>[[print.under_way]]</xsl:otherwise></xsl:choose></p>
    <xsl:choose>
      <xsl:when test="/page/job/@percent">
        <p class="pk-progress"><progress max="100" value="{/page/job/@percent}" aria-label="{pk:label('print.progress_name')}"></progress><xsl:text> </xsl:text><xsl:for-each select="/page">[[print.progress]]</xsl:for-each></p>
      </xsl:when>
      <xsl:otherwise><p class="pk-progress"><progress aria-label="{pk:label('print.progress_name')}"></progress><xsl:text> </xsl:text><xsl:if test="/page/job/@state = 'waiting'">[[print.waiting]]</xsl:if></p></xsl:otherwise>
    </xsl:choose>
    <p class="pk-quiet">[[print.leave]]</p>
    <xsl:if test="not(/page/job/@cancel-wanted = 1)"><xsl:apply-templates select="/page/form" mode="stop"/></xsl:if>
  </xsl:template>
  <xsl:template match="form" mode="stop">
    <form class="pk-form" method="post" action="{@action}">
      <input type="hidden" name="token" value="{@token}"/>
      <div class="pk-buttons"><button class="ds-button" data-variant="secondary" type="submit">[[submit.print_cancel]]</button></div>
    </form>
  </xsl:template>
  <xsl:template match="print[@state = 'failed']">
    <div class="ds-alert" data-color="danger" role="status"><p><xsl:value-of select="pk:label('error.', /page/job/@error)"/></p></div>
    <p class="pk-buttons"><a class="ds-button" href="{@address}">[[print.again]]</a></p>
  </xsl:template>
  <xsl:template match="print[@state = 'cancelled']">
    <p role="status">[[print.was_cancelled]]</p>
    <p class="pk-buttons"><a class="ds-button" href="{@address}">[[print.again]]</a></p>
  </xsl:template>
</xsl:stylesheet>
