<?xml version="1.0" encoding="UTF-8"?>
<!-- A student ranks units: the wishes in order, and below or beside them the places there are, the nearest first. What is chosen stays in
     the form until it is handed in; the small buttons bring the form back rearranged. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/wish.xsl"/>

  <xsl:template match="page" mode="title">
    <xsl:choose>
      <xsl:when test="plan/@own = 1">[[wish.own]]</xsl:when>
      <xsl:otherwise>[[wish.of]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:choose>
      <xsl:when test="plan/@own = 1"><li><a class="ds-link" href="/registrations/{registration/@id}"><xsl:value-of select="registration/@activity-name"/></a></li></xsl:when>
      <xsl:otherwise>
        <li><a class="ds-link" href="/activities/{registration/@activity}"><xsl:value-of select="registration/@activity-name"/></a></li>
        <li><a class="ds-link" href="/activities/{registration/@activity}/wishes">[[allocation.part_wishes]]</a></li>
        <li><a class="ds-link" href="/registrations/{registration/@id}"><xsl:apply-templates select="registration" mode="name"/></a></li>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="registration" mode="name"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="registration[not(@name)]" mode="name">[[roles.protected]]</xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead">
      <xsl:apply-templates select="plan" mode="stage"/>
      <xsl:for-each select="registration"><span><xsl:call-template name="period"/></span></xsl:for-each>
      <span><xsl:value-of select="registration/@institution-name"/></span>
    </p>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="." mode="receipt"/>
    <xsl:choose>
      <xsl:when test="rights/@wish-now = 1 and (units/unit or wishes/wish)">
        <xsl:apply-templates select="form" mode="rearranged"/>
        <xsl:apply-templates select="form"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
        <xsl:call-template name="closed"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is handed in already, and until when it can be changed. -->
  <xsl:template match="page" mode="receipt"/>
  <xsl:template match="page[plan/@wishes-at and not(form/error) and not(stale)]" mode="receipt">
    <div class="ds-alert" data-color="success">
      <p><strong>[[wish.handed_in]]</strong></p>
      <xsl:if test="plan/@own = 1 and plan/@stage = 'open'"><xsl:apply-templates select="plan" mode="until"/></xsl:if>
    </div>
  </xsl:template>
  <xsl:template match="plan" mode="until"><p>[[wish.until]]</p></xsl:template>

  <!-- Where nothing can be handed in: why, and what is handed in. -->
  <xsl:template name="closed">
    <xsl:if test="rights/@wish-now = 1"><div class="pk-empty"><p>[[wish.no_units]]</p></div></xsl:if>
    <xsl:if test="rights/@wish-now = 0"><xsl:apply-templates select="plan" mode="why"/></xsl:if>
    <xsl:if test="wishes/wish">
      <section class="pk-section" aria-labelledby="handed-in">
        <h2 class="ds-heading" id="handed-in">[[wish.list]]</h2>
        <ol class="ds-list pk-wished"><xsl:apply-templates select="wishes/wish" mode="plain"/></ol>
      </section>
    </xsl:if>
    <p><a class="ds-link" href="/registrations/{registration/@id}">[[wish.registration]]</a></p>
  </xsl:template>
  <xsl:template match="plan" mode="why"><div class="ds-alert" data-color="info"><p>[[wish.closed]]</p></div></xsl:template>
  <xsl:template match="plan[@stage = 'none']" mode="why"><div class="ds-alert" data-color="info"><p>[[wish.none_asked]]</p></div></xsl:template>
  <xsl:template match="plan[@stage = 'coming']" mode="why"><div class="ds-alert" data-color="info"><p>[[wish.coming]]</p></div></xsl:template>
  <xsl:template match="plan[@stage = 'over']" mode="why"><div class="ds-alert" data-color="info"><p>[[wish.over]]</p></div></xsl:template>

  <!-- After a small button: what it did, and that this is not all. -->
  <xsl:template match="form" mode="rearranged"/>
  <xsl:template match="form[not(error) and not(/page/stale) and field[(@name = 'add' or @name = 'up' or @name = 'down' or @name = 'drop') and @value != '']]" mode="rearranged">
    <div class="ds-alert" data-color="warning" role="status" tabindex="-1" autofocus="autofocus">
      <p><strong>[[wish.not_yet]]</strong></p>
      <xsl:apply-templates select="key('unit', field[@name = 'add']/@value)" mode="added"/>
    </div>
  </xsl:template>
  <xsl:template match="unit" mode="added"><p>[[wish.added]]<xsl:text> </xsl:text><a class="ds-link" href="#unit-{@id}">[[wish.back_to_list]]</a></p></xsl:template>

  <xsl:template match="form" mode="fields">
    <div class="pk-wishes">
      <section class="pk-section pk-wishes-own" aria-labelledby="wishes">
        <h2 class="ds-heading" id="wishes">[[wish.list]]</h2>
        <p class="pk-quiet">[[wish.help#../plan/@wishes-most]]</p>
        <ol class="pk-ranks"><xsl:apply-templates select="../ranks/rank"/></ol>
        <div class="pk-buttons"><button class="ds-button" type="submit">[[submit.wish]]</button></div>
        <xsl:apply-templates select="../plan" mode="how"/>
      </section>
      <section class="pk-section" aria-labelledby="places">
        <h2 class="ds-heading" id="places">[[wish.places]]</h2>
        <xsl:apply-templates select="../plan" mode="home"/>
        <xsl:if test="count(../units/unit) &gt; 8 or ../search"><xsl:call-template name="search"/></xsl:if>
        <xsl:if test="not(../units/unit[@shown = 1])"><p class="pk-quiet">[[wish.not_found]]</p></xsl:if>
        <xsl:apply-templates select="../units/unit[@shown = 1]" mode="site"/>
      </section>
    </div>
  </xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[submit.wish]]</button>
    <a class="ds-button" data-variant="tertiary" href="/registrations/{../registration/@id}">[[word.cancel]]</a>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> </xsl:text><xsl:value-of select="@key"/></xsl:template>
  <xsl:template name="search">
    <div class="pk-search" role="search">
      <div class="ds-field pk-search-text">
        <label for="q">[[wish.search]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{../search/@q}" autocomplete="off"/>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
    </div>
  </xsl:template>

  <!-- How wishes count, in plain words; and where distances are counted from. -->
  <xsl:template match="plan" mode="how">
    <details class="pk-about">
      <summary>[[wish.how]]</summary>
      <p>[[wish.how_first]]</p>
      <p>[[wishes.objective_{@objective}]]</p>
      <p>[[wish.how_short]]</p>
    </details>
  </xsl:template>
  <xsl:template match="plan" mode="home">
    <p class="pk-quiet">
      <xsl:choose>
        <xsl:when test="@home and @car = 1">[[wish.home_car]]</xsl:when>
        <xsl:when test="@home">[[wish.home]]</xsl:when>
        <xsl:otherwise>[[wish.home_unknown]]</xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@reaches &gt; 0"><xsl:text> </xsl:text>[[wish.reaches#@reaches]]</xsl:if>
      <xsl:if test="/page/rights/@needs-now = 1">
        <xsl:text> </xsl:text>
        <a class="ds-link" href="/registrations/{/page/registration/@id}/home">
          <xsl:choose>
            <xsl:when test="@home">[[wish.home_change]]</xsl:when>
            <xsl:otherwise>[[wish.home_tell]]</xsl:otherwise>
          </xsl:choose>
        </a>
      </xsl:if>
    </p>
  </xsl:template>
</xsl:stylesheet>
