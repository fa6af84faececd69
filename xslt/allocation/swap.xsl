<?xml version="1.0" encoding="UTF-8"?>
<!-- Two students who swap places: whom one of them could swap with. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title">[[swap.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><a class="ds-link" href="/registrations/{student/@id}"><xsl:value-of select="student/@name"/></a><xsl:text> · </xsl:text><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'board'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="student/@unit-id">
        <p>[[swap.now]]<xsl:text> </xsl:text><strong><xsl:value-of select="student/@unit"/> – <xsl:value-of select="student/@site"/></strong><xsl:text> </xsl:text><xsl:apply-templates select="student" mode="rank"/></p>
        <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
        <xsl:apply-templates select="students" mode="list"/>
      </xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[swap.nowhere]]</p><p><a class="ds-button" href="/registrations/{student/@id}/place">[[board.all_places]]</a></p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="students" mode="empty"><p>[[swap.none]]</p></xsl:template>
  <xsl:template match="students/column[@name = 'class' or @name = 'site']"/>

  <xsl:template match="students" mode="list-table">
    <form class="pk-board" method="post" action="{/page/form/@action}">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="was-{/page/student/@id}" value="{/page/student/@unit-id}"/>
      <div class="pk-board-tools">
        <div class="pk-board-save">
          <button class="ds-button" type="submit">[[submit.swap]]</button>
          <xsl:apply-templates select="/page/form/field[@name = 'lock']"/>
        </div>
      </div>
      <div class="pk-list-top" id="field-with">
        <p class="pk-total" role="status">[[list.range]]</p>
        <xsl:call-template name="files"/>
      </div>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[swap.caption]]</caption>
        <thead><tr><th scope="col"><span class="ds-sr-only">[[place.choose]]</span></th><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="student" mode="row"/></tbody>
      </table>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="student" mode="row">
    <tr>
      <td data-label="[[place.choose]]">
        <xsl:choose>
          <xsl:when test="@obstacles"><input class="ds-input" type="radio" name="with" value="{@id}" aria-labelledby="student-{@id}" disabled="disabled"/></xsl:when>
          <xsl:when test="/page/form/field[@name = 'with']/@value = @id"><input class="ds-input" type="radio" name="with" value="{@id}" aria-labelledby="student-{@id}" checked="checked"/></xsl:when>
          <xsl:otherwise><input class="ds-input" type="radio" name="with" value="{@id}" aria-labelledby="student-{@id}"/></xsl:otherwise>
        </xsl:choose>
        <input type="hidden" name="was-{@id}" value="{@unit-id}"/>
      </td>
      <th scope="row" data-label="[[column.student]]">
        <a class="ds-link" id="student-{@id}" href="/registrations/{@id}"><xsl:value-of select="@student"/></a>
        <xsl:if test="@class"><span class="pk-sub"><xsl:text> </xsl:text>[[board.class]]</span></xsl:if>
      </th>
      <td data-label="[[column.unit]]"><xsl:value-of select="@unit"/><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site"/></span></td>
      <td data-label="[[column.rank]]"><xsl:if test="@rank"><span class="ds-tag pk-tag" data-color="neutral">[[rank.wish]]</span></xsl:if></td>
      <td data-label="[[column.there]]"><xsl:if test="@there"><span class="ds-tag pk-tag" data-color="neutral">[[rank.wish_there]]</span></xsl:if></td>
      <td data-label="[[column.here]]"><xsl:if test="@here"><span class="ds-tag pk-tag" data-color="neutral">[[rank.wish_here]]</span></xsl:if></td>
      <td data-label="[[column.obstacles]]">
        <xsl:call-template name="obstacles">
          <xsl:with-param name="words" select="@obstacles"/>
          <xsl:with-param name="registration" select="@id"/>
          <xsl:with-param name="activity" select="/page/activity/@id"/>
          <xsl:with-param name="unit" select="@unit-id"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
