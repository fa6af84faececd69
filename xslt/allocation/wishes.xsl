<?xml version="1.0" encoding="UTF-8"?>
<!-- Wishes of an activity: how far they have come, where the crowd is, who is missing. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/wishes.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="allocation-tabs"><xsl:with-param name="here" select="'wishes'"/></xsl:call-template></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@allocate-now = 1">
      <xsl:if test="plan/@stage = 'open' and plan/@missing &gt; 0"><a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/wishes/remind">[[wishes.remind]]</a></xsl:if>
      <a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/wishes/edit">[[wishes.edit]]</a>
      <a class="ds-button" data-variant="secondary" href="/activities/{activity/@id}/units">[[units.per_class]]</a>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="plan" mode="next"/>
    <section class="pk-section" aria-labelledby="state">
      <h2 class="ds-heading" id="state">[[wishes.state]]</h2>
      <xsl:apply-templates select="plan" mode="progress"/>
      <xsl:apply-templates select="plan" mode="rules"/>
    </section>
    <section class="pk-section" aria-labelledby="who">
      <h2 class="ds-heading" id="who">[[wishes.who]]</h2>
      <xsl:apply-templates select="students" mode="list"/>
    </section>
    <xsl:apply-templates select="units[unit]"/>
  </xsl:template>

  <!-- What the institution does next. -->
  <xsl:template match="plan" mode="next"/>
  <xsl:template match="page[rights/@allocate-now = 1]/plan[@stage = 'none']" mode="next">
    <div class="ds-alert" data-color="info"><p>[[wishes.none_help]]</p></div>
  </xsl:template>
  <xsl:template match="page[rights/@allocate-now = 1]/plan[@stage = 'over' and @registered &gt; 0]" mode="next">
    <div class="ds-alert" data-color="success"><p>[[wishes.over_help]]<xsl:text> </xsl:text><a class="ds-link" href="/activities/{../activity/@id}/proposals">[[allocation.part_proposals]]</a></p></div>
  </xsl:template>

  <xsl:template match="plan" mode="progress"><p class="pk-quiet">[[wishes.nobody]]</p></xsl:template>
  <xsl:template match="plan[@registered &gt; 0]" mode="progress">
    <div class="pk-reached">
      <p><strong>[[wishes.handed_in]]</strong><xsl:if test="@missing &gt; 0"><xsl:text> · </xsl:text><a class="ds-link" href="/activities/{../activity/@id}/wishes?state=missing">[[wishes.missing#@missing]]</a></xsl:if></p>
      <xsl:call-template name="bar"><xsl:with-param name="part" select="@handed-in"/><xsl:with-param name="whole" select="@registered"/></xsl:call-template>
      <xsl:if test="@reminded-at"><p class="pk-quiet">[[wishes.reminded]]</p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="students" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'in missing'"/>
      <xsl:with-param name="prefix" select="'wishes_state.'"/>
    </xsl:call-template>
    <xsl:if test="/page/classes/class">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'class'"/>
        <xsl:with-param name="rows" select="/page/classes/class"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="students" mode="empty"><p>[[wishes.nobody]]</p></xsl:template>
  <xsl:template match="students[not(/page/classes/class)]/column[@name = 'class']"/>
  <xsl:template match="student" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@name"/></a></th>
      <xsl:if test="/page/classes/class"><td data-label="[[column.class]]"><xsl:value-of select="@class"/></td></xsl:if>
      <td data-label="[[column.wishes_at]]"><xsl:apply-templates select="." mode="when"/></td>
      <td data-label="[[column.wishes]]"><xsl:value-of select="@wishes"/><xsl:apply-templates select="." mode="enter"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="student" mode="when"><span class="ds-tag pk-tag" data-color="warning">[[wishes_state.missing]]</span></xsl:template>
  <xsl:template match="student[@wishes-at]" mode="when"><time class="pk-nowrap" datetime="{@wishes-at}"><xsl:value-of select="@wishes-at-text"/></time></xsl:template>
  <xsl:template match="student" mode="enter">
    <xsl:if test="/page/rights/@allocate-now = 1">
      <xsl:text> </xsl:text>
      <a class="ds-link" href="/registrations/{@id}/wishes">
        <xsl:choose><xsl:when test="@wishes-at">[[word.edit]]</xsl:when><xsl:otherwise>[[wishes.enter]]</xsl:otherwise></xsl:choose>
        <span class="ds-sr-only"> – <xsl:value-of select="@name"/></span>
      </a>
    </xsl:if>
  </xsl:template>

  <!-- Where most want to go: more first wishes than places are told. -->
  <xsl:template match="units">
    <section class="pk-section" aria-labelledby="demand">
      <h2 class="ds-heading" id="demand">[[wishes.demand]]</h2>
      <table class="ds-table pk-table">
        <caption>[[wishes.demand_help]]</caption>
        <thead>
          <tr>
            <th scope="col">[[column.unit]]</th>
            <th scope="col">[[column.site]]</th>
            <th scope="col" class="pk-number">[[column.places]]</th>
            <th scope="col" class="pk-number">[[wishes.firsts]]</th>
            <th scope="col" class="pk-number">[[wishes.all]]</th>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="unit"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="unit">
    <tr>
      <th scope="row" data-label="[[column.unit]]"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a><xsl:if test="@shut"><span class="pk-sub">[[units.shut]]</span></xsl:if></th>
      <td data-label="[[column.site]]"><xsl:value-of select="@site-name"/></td>
      <td data-label="[[column.places]]" class="pk-number"><xsl:value-of select="@places"/></td>
      <td data-label="[[wishes.firsts]]" class="pk-number"><xsl:value-of select="@firsts"/><xsl:if test="@crowd &gt; 0"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[wishes.crowd]]</span></xsl:if></td>
      <td data-label="[[wishes.all]]" class="pk-number"><xsl:value-of select="@wishes"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
