<?xml version="1.0" encoding="UTF-8"?>
<!-- A student at a unit: where and when, who is there for them, how to reach each, and what was changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/assessments.xsl"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="placement" mode="student"/></xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:if test="viewer/@see-students = 1"><li><a class="ds-link" href="/students">[[nav.students]]</a></li></xsl:if>
    <xsl:if test="rights/@open-activity = 1"><li><a class="ds-link" href="/activities/{placement/@activity}/allocation"><xsl:value-of select="placement/@activity-name"/></a></li></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="placement" mode="lead">
    <p class="pk-lead"><span class="ds-tag pk-tag" data-validity="{@view}">[[placement_view.{@view}]]</span><xsl:text> </xsl:text><xsl:value-of select="@activity-name"/><xsl:text> · </xsl:text><xsl:call-template name="period"/></p>
  </xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="placement-tabs"><xsl:with-param name="here" select="'placement'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@supervise-now = 1"><a class="ds-button" href="/placements/{placement/@id}/supervisor">[[placement.change_supervisor]]</a></xsl:if>
    <xsl:if test="placement/@registration"><a class="ds-button" data-variant="secondary" href="/registrations/{placement/@registration}">[[placement.registration]]</a></xsl:if>
    <xsl:if test="rights/@letter = 1"><a class="ds-button" data-variant="secondary" href="/placements/{placement/@id}/letter">[[placement.letter]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:if test="placement/@cancelled-at"><div class="ds-alert" data-color="warning"><p>[[activity.is_cancelled]]</p></div></xsl:if>
    <xsl:if test="placement/@ended-on"><div class="ds-alert" data-color="info"><p>[[placement.ended_on]]</p></div></xsl:if>
    <xsl:apply-templates select="placement" mode="place"/>
    <section class="pk-section" aria-labelledby="people">
      <h2 class="ds-heading" id="people">[[placement.people]]</h2>
      <div class="pk-contacts">
        <xsl:apply-templates select="placement" mode="people"/>
        <xsl:apply-templates select="contacts[contact]"/>
      </div>
    </section>
    <xsl:apply-templates select="changes[change]"/>
  </xsl:template>

  <xsl:template match="placement" mode="place">
    <dl class="pk-facts">
      <div><dt>[[column.unit]]</dt><dd><a class="ds-link" href="/units/{@unit-id}"><xsl:value-of select="@unit"/></a></dd></div>
      <div><dt>[[column.site]]</dt><dd><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></dd></div>
      <xsl:if test="@address or @municipality"><div><dt>[[column.address]]</dt><dd><xsl:value-of select="@address"/><xsl:if test="@address and @municipality"><xsl:text>, </xsl:text></xsl:if><xsl:value-of select="@municipality"/></dd></div></xsl:if>
      <xsl:if test="@site-email or @site-phone"><div><dt>[[placement.site_contact]]</dt><dd><xsl:if test="@site-email"><a class="ds-link" href="mailto:{@site-email}"><xsl:value-of select="@site-email"/></a><xsl:text> </xsl:text></xsl:if><xsl:value-of select="@site-phone"/></dd></div></xsl:if>
      <div><dt>[[column.institution]]</dt><dd><a class="ds-link" href="/institutions/{@institution}"><xsl:value-of select="@institution-name"/></a></dd></div>
      <xsl:if test="@class"><div><dt>[[column.class]]</dt><dd><xsl:value-of select="@class"/></dd></div></xsl:if>
    </dl>
  </xsl:template>

  <!-- Student, supervisor, lecturer: each a name and how to reach them. -->
  <xsl:template match="placement" mode="people">
    <div class="pk-role">
      <h3 class="ds-heading">[[column.student]]</h3>
      <p class="pk-role-name"><xsl:apply-templates select="." mode="student"/></p>
      <xsl:call-template name="reach"><xsl:with-param name="email" select="@student-email"/><xsl:with-param name="phone" select="@student-phone"/></xsl:call-template>
      <xsl:if test="@student-withheld"><p class="pk-quiet">[[placement.withheld]]</p></xsl:if>
    </div>
    <div class="pk-role">
      <h3 class="ds-heading">[[column.supervisor]]</h3>
      <p class="pk-role-name"><xsl:apply-templates select="." mode="supervisor"/></p>
      <xsl:call-template name="reach"><xsl:with-param name="email" select="@supervisor-email"/><xsl:with-param name="phone" select="@supervisor-phone"/></xsl:call-template>
    </div>
    <xsl:if test="@lecturer or @lecturer-withheld">
      <div class="pk-role">
        <h3 class="ds-heading">[[column.lecturer]]</h3>
        <p class="pk-role-name"><xsl:apply-templates select="." mode="lecturer"/></p>
        <xsl:call-template name="reach"><xsl:with-param name="email" select="@lecturer-email"/><xsl:with-param name="phone" select="@lecturer-phone"/></xsl:call-template>
      </div>
    </xsl:if>
  </xsl:template>
  <xsl:template match="contacts">
    <div class="pk-role">
      <h3 class="ds-heading">[[placement.contacts]]</h3>
      <ul class="pk-role-people"><xsl:apply-templates select="contact"/></ul>
    </div>
  </xsl:template>
  <xsl:template match="contact">
    <li>
      <p class="pk-role-name"><xsl:value-of select="@name"/></p>
      <xsl:call-template name="reach"><xsl:with-param name="email" select="@email"/><xsl:with-param name="phone" select="@phone"/></xsl:call-template>
    </li>
  </xsl:template>

  <!-- Each time something was shared of it, newest first. -->
  <xsl:template match="changes">
    <section class="pk-section pk-history-section" aria-labelledby="history">
      <h2 class="ds-heading" id="history">[[history.title]]</h2>
      <ol class="pk-history"><xsl:apply-templates select="change"/></ol>
    </section>
  </xsl:template>
  <xsl:template match="changes/change">
    <li>
      <p class="pk-history-what">[[share_change.{@kind}]]</p>
      <p class="pk-history-who">
        <time datetime="{@at}"><xsl:value-of select="@at-text"/></time>
        <xsl:text> · </xsl:text>
        <xsl:choose>
          <xsl:when test="@by-whom"><xsl:value-of select="@by-whom"/></xsl:when>
          <xsl:when test="@withheld = 1">[[history.protected]]</xsl:when>
          <xsl:otherwise>[[history.system]]</xsl:otherwise>
        </xsl:choose>
      </p>
      <ul class="pk-changes">
        <xsl:if test="@kind = 'placed' or @kind = 'moved' or @kind = 'ended'">
          <xsl:call-template name="from-to">
            <xsl:with-param name="label" select="'column.unit'"/>
            <xsl:with-param name="from" select="@old-unit"/>
            <xsl:with-param name="to" select="@new-unit"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="@supervisor-changed">
          <xsl:call-template name="from-to">
            <xsl:with-param name="label" select="'column.supervisor'"/>
            <xsl:with-param name="from" select="@old-supervisor"/>
            <xsl:with-param name="to" select="@new-supervisor"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="@lecturer-changed">
          <xsl:call-template name="from-to">
            <xsl:with-param name="label" select="'column.lecturer'"/>
            <xsl:with-param name="from" select="@old-lecturer"/>
            <xsl:with-param name="to" select="@new-lecturer"/>
          </xsl:call-template>
        </xsl:if>
      </ul>
    </li>
  </xsl:template>
</xsl:stylesheet>
