<?xml version="1.0" encoding="UTF-8"?>
<!-- Wishes being ranked (blocks ranks, units, wishes; form with entries wish-<number>), and the places to choose among. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:key name="unit" match="units/unit" use="@id"/>
  <xsl:key name="of-site" match="units/unit" use="@site"/>
  <xsl:key name="wished" match="form/entry[@field = 'wish' and @value != '']" use="@value"/>
  <xsl:key name="wish-at" match="form/entry[@field = 'wish']" use="@key"/>

  <!-- The window, as a tag or words below the name of the page. -->
  <xsl:template match="plan" mode="stage"/>
  <xsl:template match="plan[@stage = 'open']" mode="stage">
    <span class="ds-tag pk-tag" data-color="info"><xsl:apply-templates select="." mode="left"/></span>
  </xsl:template>
  <xsl:template match="plan[@stage = 'coming']" mode="stage"><span class="ds-tag pk-tag" data-color="neutral">[[wishes.opens]]</span></xsl:template>
  <xsl:template match="plan[@stage = 'over']" mode="stage"><span class="ds-tag pk-tag" data-color="neutral">[[wishes.was_open]]</span></xsl:template>
  <!-- On an element with @wishes-to and @days-left. -->
  <xsl:template match="*" mode="left">[[wishes.last_day]]<xsl:text> · </xsl:text>[[wishes.days_left#@days-left]]</xsl:template>
  <xsl:template match="*[@days-left = 0]" mode="left">[[wishes.last_day]]<xsl:text> · </xsl:text>[[wishes.today]]</xsl:template>

  <!-- One wish: a unit chosen from a list, and small buttons to move it. -->
  <xsl:template match="rank">
    <xsl:variable name="entry" select="key('wish-at', @number)"/>
    <li class="pk-rank">
      <label for="field-wish-{@number}">[[wish.number]]</label>
      <select class="ds-input" id="field-wish-{@number}" name="wish-{@number}">
        <xsl:if test="$entry/@error">
          <xsl:attribute name="aria-invalid">true</xsl:attribute>
          <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-wish-', @number)"/></xsl:attribute>
        </xsl:if>
        <option value="">[[wish.choose]]</option>
        <xsl:apply-templates select="/page/wishes/wish[@unit = $entry/@value and not(key('unit', @unit))]" mode="option"/>
        <xsl:apply-templates select="/page/units/unit" mode="group"><xsl:with-param name="chosen" select="$entry/@value"/></xsl:apply-templates>
      </select>
      <xsl:if test="$entry/@error"><p class="ds-validation-message" id="error-wish-{@number}"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
      <xsl:if test="string($entry/@value)"><xsl:apply-templates select="." mode="move"/></xsl:if>
    </li>
  </xsl:template>
  <xsl:template match="wish" mode="option"><option value="{@unit}" selected="selected"><xsl:value-of select="@name"/> ([[wish.gone]])</option></xsl:template>
  <!-- A site's units, at its first one. -->
  <xsl:template match="unit" mode="group">
    <xsl:param name="chosen"/>
    <xsl:if test="not(@site = preceding-sibling::unit[1]/@site)">
      <optgroup>
        <xsl:attribute name="label"><xsl:value-of select="@site-name"/><xsl:if test="@km"> – <xsl:apply-templates select="." mode="km"/></xsl:if></xsl:attribute>
        <xsl:apply-templates select="key('of-site', @site)" mode="option"><xsl:with-param name="chosen" select="$chosen"/></xsl:apply-templates>
      </optgroup>
    </xsl:if>
  </xsl:template>
  <xsl:template match="unit" mode="km">[[wish.km]]</xsl:template>
  <xsl:template match="unit[@km = 0]" mode="km">[[wish.same_municipality]]</xsl:template>
  <xsl:template match="unit" mode="option">
    <xsl:param name="chosen"/>
    <xsl:if test="not(@bars) or @id = $chosen">
      <option value="{@id}">
        <xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="@name"/> – <xsl:value-of select="@site-name"/> · [[word.places#@places]]
      </option>
    </xsl:if>
  </xsl:template>
  <xsl:template match="rank" mode="move">
    <div class="pk-rank-move">
      <xsl:if test="@number &gt; 1">
        <button class="ds-button pk-small" data-variant="tertiary" type="submit" name="up" value="{@number}"><span class="pk-icon pk-icon-up" aria-hidden="true"></span>[[wish.up]]<span class="ds-sr-only"> – [[wish.number]]</span></button>
      </xsl:if>
      <xsl:if test="string(key('wish-at', @number + 1)/@value)">
        <button class="ds-button pk-small" data-variant="tertiary" type="submit" name="down" value="{@number}"><span class="pk-icon pk-icon-down" aria-hidden="true"></span>[[wish.down]]<span class="ds-sr-only"> – [[wish.number]]</span></button>
      </xsl:if>
      <button class="ds-button pk-small" data-variant="tertiary" type="submit" name="drop" value="{@number}">[[wish.drop]]<span class="ds-sr-only"> – [[wish.number]]</span></button>
    </div>
  </xsl:template>
  <xsl:template match="wish" mode="plain">
    <li><xsl:value-of select="@name"/><span class="pk-sub"><xsl:value-of select="@site-name"/></span></li>
  </xsl:template>

  <!-- The places: a site, then its units, each with what one wants to know before choosing it. -->
  <xsl:template match="unit" mode="site">
    <xsl:if test="not(@site = preceding-sibling::unit[@shown = 1][1]/@site)">
      <section class="pk-place" aria-labelledby="site-{@site}">
        <h3 class="ds-heading" id="site-{@site}"><xsl:value-of select="@site-name"/></h3>
        <p class="pk-sub">[[kind.{@kind}]]<xsl:if test="@municipality"> · <xsl:value-of select="@municipality"/></xsl:if></p>
        <xsl:if test="@site-profile">
          <details class="pk-about"><summary>[[wish.about_site]]</summary><xsl:call-template name="lines"><xsl:with-param name="text" select="@site-profile"/></xsl:call-template></details>
        </xsl:if>
        <ul class="pk-place-units"><xsl:apply-templates select="key('of-site', @site)[@shown = 1]" mode="place"/></ul>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="unit" mode="place">
    <li class="pk-place-unit" id="unit-{@id}">
      <h4 class="ds-heading"><xsl:value-of select="@name"/><xsl:if test="@above"><span class="pk-sub"><xsl:value-of select="@above"/></span></xsl:if></h4>
      <p class="pk-place-facts"><span>[[word.places#@places]]</span><xsl:if test="@km"><span><xsl:apply-templates select="." mode="km"/></span></xsl:if><xsl:if test="@address"><span><xsl:value-of select="@address"/></span></xsl:if></p>
      <xsl:if test="@covers"><p class="pk-quiet">[[wish.covers]]<xsl:text> </xsl:text><xsl:value-of select="@covers"/></p></xsl:if>
      <xsl:if test="@profile">
        <details class="pk-about"><summary>[[wish.about_unit]]</summary><xsl:call-template name="lines"><xsl:with-param name="text" select="@profile"/></xsl:call-template></details>
      </xsl:if>
      <xsl:if test="@needs"><p class="pk-quiet">[[wish.needs_bar]]</p></xsl:if>
      <xsl:apply-templates select="." mode="add"/>
    </li>
  </xsl:template>

  <!-- Chosen already, not to be had, or a button that puts it last. -->
  <xsl:template match="unit" mode="add">
    <button class="ds-button pk-small" data-variant="secondary" type="submit" name="add" value="{@id}">[[wish.add]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></button>
  </xsl:template>
  <xsl:template match="unit[count(/page/form/entry[@field = 'wish' and @value != '']) &gt;= /page/plan/@wishes-most]" mode="add"/>
  <xsl:template match="unit[@bars]" mode="add" priority="2">
    <ul class="pk-place-bars">
      <xsl:if test="contains(@bars, 'earlier')"><li>[[wish.bar_earlier]]</li></xsl:if>
      <xsl:if test="contains(@bars, 'reach')"><li>[[wish.bar_reach]]</li></xsl:if>
      <xsl:if test="contains(@bars, 'travel')"><li><xsl:apply-templates select="/page/plan" mode="limit"/></li></xsl:if>
    </ul>
  </xsl:template>
  <xsl:template match="plan" mode="limit">[[wish.bar_travel]]</xsl:template>
  <xsl:template match="plan[@car = 1]" mode="limit">[[wish.bar_travel_car]]</xsl:template>
  <xsl:template match="unit[key('wished', @id)]" mode="add" priority="3">
    <p><span class="ds-tag pk-tag" data-color="success"><xsl:apply-templates select="key('wished', @id)[1]" mode="chosen"/></span></p>
  </xsl:template>
  <xsl:template match="entry" mode="chosen">[[wish.chosen]]</xsl:template>
</xsl:stylesheet>
