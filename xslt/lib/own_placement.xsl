<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's front page: wishes that wait to be handed in, then each placement to come or under way (block own). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="own">
    <xsl:if test="registration[@stage = 'open' and not(@wishes-at)]">
      <section class="pk-section" aria-labelledby="wishes">
        <h2 class="ds-heading" id="wishes">[[front.to_do]]</h2>
        <ul class="pk-todo" data-now=""><xsl:apply-templates select="registration[@stage = 'open' and not(@wishes-at)]" mode="wishes"/></ul>
      </section>
    </xsl:if>
    <section class="pk-section" aria-labelledby="own">
      <h2 class="ds-heading" id="own">[[front.own]]</h2>
      <ul class="pk-cards"><xsl:apply-templates select="registration" mode="own"/></ul>
    </section>
  </xsl:template>
  <xsl:template match="registration" mode="wishes">
    <li>
      <a href="/registrations/{@id}/wishes">
        <span class="pk-todo-what">[[mail.wishes_open.open]]</span>
        <span class="pk-todo-more"><xsl:value-of select="@activity"/></span>
        <span class="pk-todo-when"><xsl:apply-templates select="." mode="left"/></span>
      </a>
    </li>
  </xsl:template>
  <xsl:template match="registration" mode="left">[[wishes.last_day]]<xsl:text> · </xsl:text>[[wishes.days_left#@days-left]]</xsl:template>
  <xsl:template match="registration[@days-left = 0]" mode="left"><span class="pk-late">[[wishes.last_day]]<xsl:text> · </xsl:text>[[wishes.today]]</span></xsl:template>

  <xsl:template match="registration" mode="own">
    <li class="pk-card">
      <h3 class="ds-heading"><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@activity"/></a></h3>
      <p class="pk-quiet"><xsl:call-template name="period"/></p>
      <xsl:apply-templates select="." mode="how-far"/>
    </li>
  </xsl:template>
  <!-- What was shared, else what happens next. -->
  <xsl:template match="registration[@placement]" mode="how-far" priority="2">
    <p><strong><xsl:value-of select="@unit"/></strong><span class="pk-sub"><xsl:value-of select="@site"/><xsl:if test="@address">, <xsl:value-of select="@address"/></xsl:if></span></p>
    <xsl:if test="@supervisor or @lecturer">
      <p>
        <xsl:if test="@supervisor"><span class="pk-sub">[[role.supervisor]]: <xsl:value-of select="@supervisor"/></span></xsl:if>
        <xsl:if test="@lecturer"><span class="pk-sub">[[role.lecturer]]: <xsl:value-of select="@lecturer"/></span></xsl:if>
      </p>
    </xsl:if>
    <p><a class="ds-link" href="/placements/{@placement}">[[front.own_placement]]<span class="ds-sr-only">: <xsl:value-of select="@activity"/></span></a></p>
  </xsl:template>
  <xsl:template match="registration" mode="how-far"><p>[[front.own_waits]]</p></xsl:template>
  <xsl:template match="registration[@stage = 'coming']" mode="how-far"><p>[[front.own_coming]]</p></xsl:template>
  <xsl:template match="registration[@stage = 'open']" mode="how-far"><p>[[front.own_open]]</p></xsl:template>
  <xsl:template match="registration[@stage = 'open' and @wishes-at]" mode="how-far">
    <p>[[front.own_in]]</p>
    <p><a class="ds-link" href="/registrations/{@id}/wishes">[[front.own_change]]<span class="ds-sr-only">: <xsl:value-of select="@activity"/></span></a></p>
  </xsl:template>
</xsl:stylesheet>
