<?xml version="1.0" encoding="UTF-8"?>
<!-- One student's place: every unit with places, what speaks for it and what stands between. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title">[[place.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="allocation-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><a class="ds-link" href="/registrations/{student/@id}"><xsl:value-of select="student/@name"/></a><xsl:text> · </xsl:text><xsl:value-of select="activity/@name"/></p></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'board'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="student/@unit-id"><a class="ds-button" data-variant="secondary" href="/registrations/{student/@id}/swap">[[board.swap]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="student" mode="facts"/>
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:apply-templates select="units" mode="list"/>
  </xsl:template>

  <xsl:template match="student" mode="facts">
    <dl class="pk-facts">
      <div><dt>[[place.now]]</dt><dd>
        <xsl:choose>
          <xsl:when test="@unit"><xsl:value-of select="@unit"/> – <xsl:value-of select="@site"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="rank"/></xsl:when>
          <xsl:otherwise>[[board.nowhere]]</xsl:otherwise>
        </xsl:choose>
      </dd></div>
      <xsl:if test="@class"><div><dt>[[column.class]]</dt><dd><xsl:value-of select="@class"/></dd></div></xsl:if>
      <xsl:if test="@municipality"><div><dt>[[place.home]]</dt><dd><xsl:value-of select="@municipality"/><xsl:if test="@car = 1"><xsl:text> · </xsl:text>[[board.car]]</xsl:if></dd></div></xsl:if>
      <xsl:if test="../companions/companion"><div><dt>[[place.goes_with]]</dt><dd><xsl:apply-templates select="../companions/companion"/></dd></div></xsl:if>
    </dl>
  </xsl:template>
  <xsl:template match="companion">
    <xsl:if test="position() &gt; 1"><br/></xsl:if>
    <a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@name"/></a>
    <xsl:if test="@unit"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@unit"/> – <xsl:value-of select="@site"/></span></xsl:if>
  </xsl:template>

  <xsl:template match="units" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'possible free wished'"/>
      <xsl:with-param name="prefix" select="'place.state_'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="units" mode="empty"><p>[[place.none]]</p><p><a class="ds-button" href="/activities/{/page/activity/@id}/sites">[[place.none_action]]</a></p></xsl:template>
  <xsl:template match="units/column[@name = 'site' or @name = 'municipality']"/>

  <xsl:template match="units" mode="list-table">
    <form class="pk-board" method="post" action="{/page/form/@action}">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <input type="hidden" name="row_version" value="{/page/form/field[@name = 'row_version']/@value}"/>
      <div class="pk-board-tools">
        <div class="pk-board-save">
          <button class="ds-button" type="submit">[[submit.place]]</button>
          <xsl:apply-templates select="/page/form/field[@name = 'lock']"/>
          <xsl:if test="/page/companions/companion"><xsl:apply-templates select="/page/form/field[@name = 'together']"/></xsl:if>
        </div>
        <xsl:if test="/page/student/@unit-id"><button class="ds-button" data-variant="tertiary" type="submit" name="at" value="0">[[place.take_away]]</button></xsl:if>
      </div>
      <div class="pk-list-top" id="field-at">
        <p class="pk-total" role="status">[[list.range]]</p>
        <xsl:call-template name="files"/>
      </div>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[place.caption]]</caption>
        <thead><tr><th scope="col"><span class="ds-sr-only">[[place.choose]]</span></th><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="unit" mode="row"/></tbody>
      </table>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="unit" mode="row">
    <tr>
      <td data-label="[[place.choose]]">
        <xsl:choose>
          <xsl:when test="@obstacles or (@remaining &lt;= 0 and not(@here))"><input class="ds-input" type="radio" name="at" value="{@id}" aria-labelledby="unit-{@id}" disabled="disabled"/></xsl:when>
          <xsl:when test="/page/form/field[@name = 'at']/@value = @id"><input class="ds-input" type="radio" name="at" value="{@id}" aria-labelledby="unit-{@id}" checked="checked"/></xsl:when>
          <xsl:otherwise><input class="ds-input" type="radio" name="at" value="{@id}" aria-labelledby="unit-{@id}"/></xsl:otherwise>
        </xsl:choose>
      </td>
      <th scope="row" data-label="[[column.unit]]">
        <a class="ds-link" id="unit-{@id}" href="/units/{@id}"><xsl:value-of select="@unit"/></a>
        <span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@site"/><xsl:if test="@municipality"> · <xsl:value-of select="@municipality"/></xsl:if></span>
      </th>
      <td data-label="[[column.rank]]"><xsl:if test="@rank"><span class="ds-tag pk-tag" data-color="neutral">[[rank.wish]]</span></xsl:if></td>
      <td data-label="[[column.km]]" class="pk-number"><xsl:if test="@km">[[board.km]]</xsl:if></td>
      <td data-label="[[column.remaining]]" class="pk-number">[[place.remaining_of]]</td>
      <td data-label="[[column.obstacles]]">
        <xsl:choose>
          <xsl:when test="@here"><span class="ds-tag pk-tag" data-color="info">[[place.here]]</span><xsl:text> </xsl:text></xsl:when>
          <xsl:when test="@remaining &lt;= 0">
            <span class="ds-tag pk-tag" data-color="warning">[[obstacle.full]]</span><xsl:text> </xsl:text>
            <xsl:if test="/page/student/@unit-id and not(@obstacles)"><a class="ds-link" href="/registrations/{/page/student/@id}/swap?unit={@id}">[[place.swap_here]]<span class="ds-sr-only"> – <xsl:value-of select="@unit"/></span></a></xsl:if>
          </xsl:when>
          <xsl:when test="not(@obstacles)"><span class="ds-tag pk-tag" data-color="success">[[place.possible]]</span></xsl:when>
        </xsl:choose>
        <xsl:call-template name="obstacles">
          <xsl:with-param name="words" select="@obstacles"/>
          <xsl:with-param name="registration" select="/page/student/@id"/>
          <xsl:with-param name="activity" select="/page/activity/@id"/>
          <xsl:with-param name="unit" select="@id"/>
        </xsl:call-template>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
