<?xml version="1.0" encoding="UTF-8"?>
<!-- The form of students who go together: kind, a search, and whom it finds. Whoever was ticked and is not found goes along
     unseen. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="found" match="students/student" use="@id"/>

  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/><li><a class="ds-link" href="/activities/{activity/@id}/groups">[[groups.title]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="form"/></xsl:template>

  <xsl:template match="form" mode="fields">
    <xsl:variable name="unseen" select="entry[@field = 'members' and not(key('found', @key))]"/>
    <xsl:apply-templates select="field[@name = 'group_kind']"/>
    <div class="pk-search" role="search">
      <div class="ds-field pk-search-text">
        <label for="q">[[groups.search]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{../search/@q}" autocomplete="off"/>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
    </div>
    <xsl:for-each select="$unseen"><input type="hidden" name="members" value="{@key}"/></xsl:for-each>
    <xsl:if test="$unseen"><p class="pk-quiet">[[groups.unseen#count($unseen)]]</p></xsl:if>
    <xsl:if test="not(../students/student)"><p class="pk-quiet">[[groups.not_found]]</p></xsl:if>
    <xsl:apply-templates select="field[@name = 'members']"/>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{../activity/@id}/groups">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
