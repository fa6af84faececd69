<?xml version="1.0" encoding="UTF-8"?>
<!-- A student in an activity: to the student their own place, wishes and how far they get; to the institution the work on it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/registration.xsl"/>

  <xsl:template match="page" mode="title"><xsl:apply-templates select="registration" mode="called"/></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="registration-trail"/></xsl:template>
  <xsl:template match="page" mode="lead">
    <p class="pk-lead">
      <xsl:if test="registration/@state = 'withdrawn'"><span class="ds-tag pk-tag" data-color="neutral">[[registration.state_withdrawn]]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="registration/@protected = 1"><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="contact/@staff = 1"><a class="ds-link" href="/activities/{registration/@activity}"><xsl:value-of select="registration/@activity-name"/></a></xsl:if>
      <xsl:apply-templates select="registration" mode="period"/>
    </p>
  </xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@wish-now = 1"><a class="ds-button" href="/registrations/{registration/@id}/wishes">[[registration.wishes]]</a></xsl:if>
    <xsl:if test="rights/@edit-now = 1 and registration/@classes &gt; 1"><a class="ds-button" data-variant="secondary" href="/registrations/{registration/@id}/move">[[registration.move]]</a></xsl:if>
    <xsl:if test="rights/@edit-now = 1"><a class="ds-button" data-variant="secondary" href="/registrations/{registration/@id}/withdraw">[[registration.withdraw]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:if test="registration/@state = 'withdrawn'"><div class="ds-alert" data-color="info"><p>[[registration.withdrawn_on]]</p></div></xsl:if>
    <xsl:if test="contact/@own = 1 or placement"><xsl:call-template name="shared"/></xsl:if>
    <xsl:if test="not(placement) or allocation/@differs = 1"><xsl:apply-templates select="allocation"/></xsl:if>
    <xsl:if test="registration/@state = 'registered' and contact/@staff = 1 and not(allocation)"><xsl:call-template name="not-placed"/></xsl:if>
    <xsl:call-template name="wishes"/>
    <xsl:if test="contact/@own = 1 or contact/@plans = 1"><xsl:call-template name="home"/></xsl:if>
    <xsl:if test="contact/@plans = 1"><xsl:call-template name="needs"/></xsl:if>
    <xsl:if test="contact/@staff = 1"><xsl:call-template name="about"/></xsl:if>
    <xsl:if test="others/registration"><xsl:call-template name="others"/></xsl:if>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>

  <!-- What was shared: to the student the place itself. -->
  <xsl:template name="shared">
    <section class="pk-section" aria-labelledby="shared">
      <div class="pk-section-head"><h2 class="ds-heading" id="shared">[[registration.place]]</h2></div>
      <xsl:choose>
        <xsl:when test="placement"><xsl:apply-templates select="placement"/></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[registration.not_shared]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="placement">
    <xsl:if test="@ended-on"><p><span class="ds-tag pk-tag" data-color="neutral">[[registration.ended]]</span></p></xsl:if>
    <dl class="pk-facts">
      <div><dt>[[column.unit]]</dt><dd><a class="ds-link" href="/units/{@unit}"><xsl:value-of select="@unit-name"/></a></dd></div>
      <div><dt>[[column.site]]</dt><dd><a class="ds-link" href="/sites/{@site}"><xsl:value-of select="@site-name"/></a></dd></div>
      <xsl:if test="@address"><div><dt>[[column.address]]</dt><dd><xsl:value-of select="@address"/></dd></div></xsl:if>
      <div><dt>[[column.period]]</dt><dd><xsl:call-template name="period"/></dd></div>
      <xsl:apply-templates select="../allocation[@differs = 0]" mode="wish"/>
      <div><dt>[[role.supervisor]]</dt><dd>
        <xsl:call-template name="contact">
          <xsl:with-param name="name" select="@supervisor"/><xsl:with-param name="email" select="@supervisor-email"/>
          <xsl:with-param name="phone" select="@supervisor-phone"/><xsl:with-param name="withheld" select="@supervisor-withheld"/>
        </xsl:call-template>
      </dd></div>
      <div><dt>[[role.lecturer]]</dt><dd>
        <xsl:call-template name="contact">
          <xsl:with-param name="name" select="@lecturer"/><xsl:with-param name="email" select="@lecturer-email"/>
          <xsl:with-param name="phone" select="@lecturer-phone"/><xsl:with-param name="withheld" select="@lecturer-withheld"/>
        </xsl:call-template>
      </dd></div>
    </dl>
    <p><a class="ds-link" href="/placements/{@id}">[[registration.placement]]</a></p>
  </xsl:template>
  <xsl:template name="contact">
    <xsl:param name="name"/>
    <xsl:param name="email"/>
    <xsl:param name="phone"/>
    <xsl:param name="withheld"/>
    <xsl:choose>
      <xsl:when test="$name">
        <xsl:value-of select="$name"/>
        <span class="pk-sub"><xsl:text> </xsl:text><xsl:if test="$phone"><a class="ds-link pk-nowrap" href="tel:{translate($phone, ' ', '')}"><xsl:value-of select="$phone"/></a><xsl:text> </xsl:text></xsl:if><xsl:if test="$email"><a class="ds-link" href="mailto:{$email}"><xsl:value-of select="$email"/></a></xsl:if></span>
      </xsl:when>
      <xsl:when test="$withheld = 1"><span class="pk-quiet">[[registration.protected]]</span></xsl:when>
      <xsl:otherwise><span class="pk-quiet">[[registration.nobody_yet]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where the institution has put them: seen by its staff alone. -->
  <xsl:template name="not-placed">
    <section class="pk-section" aria-labelledby="allocation">
      <div class="pk-section-head"><h2 class="ds-heading" id="allocation">[[registration.allocation]]</h2><xsl:call-template name="choose-place"/></div>
      <p class="pk-quiet">[[registration.no_place]]</p>
    </section>
  </xsl:template>
  <xsl:template match="allocation">
    <section class="pk-section" aria-labelledby="allocation">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="allocation">[[registration.allocation]]</h2>
        <xsl:if test="@differs = 1"><span class="ds-tag pk-tag" data-color="warning">
          <xsl:choose>
            <xsl:when test="@shares &gt; 0">[[registration.change_not_shared]]</xsl:when>
            <xsl:otherwise>[[registration.never_shared]]</xsl:otherwise>
          </xsl:choose>
        </span></xsl:if>
        <xsl:call-template name="choose-place"/>
      </div>
      <xsl:choose>
        <xsl:when test="@unit">
          <dl class="pk-facts">
            <div><dt>[[column.unit]]</dt><dd><a class="ds-link" href="/units/{@unit}"><xsl:value-of select="@unit-name"/></a><span class="pk-sub"> <xsl:value-of select="@site-name"/></span></dd></div>
            <xsl:apply-templates select="." mode="wish"/>
            <div><dt>[[registration.locked]]</dt><dd><xsl:choose><xsl:when test="@locked = 1">[[car.1]]</xsl:when><xsl:otherwise>[[car.0]]</xsl:otherwise></xsl:choose></dd></div>
            <xsl:if test="@supervisor"><div><dt>[[role.supervisor]]</dt><dd><xsl:value-of select="@supervisor"/></dd></div></xsl:if>
            <xsl:if test="@lecturer"><div><dt>[[role.lecturer]]</dt><dd><xsl:value-of select="@lecturer"/></dd></div></xsl:if>
          </dl>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[registration.no_place]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="choose-place">
    <xsl:if test="/page/rights/@edit-now = 1"><a class="ds-link" href="/registrations/{/page/registration/@id}/place">[[place.title]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="allocation" mode="wish">
    <div><dt>[[registration.wish_got]]</dt><dd><xsl:choose><xsl:when test="@wish">[[registration.wish_number]]</xsl:when><xsl:otherwise><span class="pk-quiet">[[registration.not_wished]]</span></xsl:otherwise></xsl:choose></dd></div>
  </xsl:template>

  <xsl:template name="wishes">
    <section class="pk-section" aria-labelledby="wishes">
      <div class="pk-section-head"><h2 class="ds-heading" id="wishes">[[column.wishes]]</h2></div>
      <xsl:choose>
        <xsl:when test="wishes/wish">
          <ol class="ds-list"><xsl:apply-templates select="wishes/wish"/></ol>
          <xsl:for-each select="contact"><p class="pk-quiet">[[registration.wishes_at]]</p></xsl:for-each>
        </xsl:when>
        <xsl:when test="contact/@wishes-at"><p class="pk-quiet">[[registration.no_wish]]</p></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[registration.no_wishes]]</p></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="contact[@wishes-to and ../registration/@state = 'registered']"><p class="pk-quiet">[[registration.wishes_window]]</p></xsl:for-each>
    </section>
  </xsl:template>
  <xsl:template match="wish"><li><a class="ds-link" href="/units/{@unit}"><xsl:value-of select="@unit-name"/></a><span class="pk-sub"> <xsl:value-of select="@site-name"/></span></li></xsl:template>

  <xsl:template name="home">
    <section class="pk-section" aria-labelledby="home">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="home">[[registration.home]]</h2>
        <xsl:if test="rights/@needs-now = 1"><a class="ds-link" href="/registrations/{registration/@id}/home">[[word.edit]]<span class="ds-sr-only"> – [[registration.home]]</span></a></xsl:if>
      </div>
      <dl class="pk-facts">
        <div><dt>[[registration.lives]]</dt><dd><xsl:choose><xsl:when test="contact/@home"><xsl:value-of select="contact/@home"/></xsl:when><xsl:otherwise><span class="pk-quiet">[[registration.not_told]]</span></xsl:otherwise></xsl:choose></dd></div>
        <div><dt>[[registration.car]]</dt><dd><xsl:choose><xsl:when test="contact/@car = 1">[[car.1]]</xsl:when><xsl:otherwise>[[car.0]]</xsl:otherwise></xsl:choose></dd></div>
        <div><dt>[[registration.reach]]</dt><dd><xsl:choose><xsl:when test="reach/municipality"><xsl:apply-templates select="reach/municipality" mode="row"/></xsl:when><xsl:otherwise>[[registration.everywhere]]</xsl:otherwise></xsl:choose></dd></div>
      </dl>
    </section>
  </xsl:template>
  <xsl:template match="municipality" mode="row"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@name"/></xsl:template>

  <xsl:template name="needs">
    <section class="pk-section" aria-labelledby="needs">
      <div class="pk-section-head">
        <h2 class="ds-heading" id="needs">[[registration.needs]]</h2>
        <xsl:if test="rights/@needs = 1 and rights/@needs-now = 1"><a class="ds-link" href="/registrations/{registration/@id}/needs">[[word.edit]]<span class="ds-sr-only"> – [[registration.needs]]</span></a></xsl:if>
      </div>
      <p class="pk-quiet">[[registration.needs_seen]]</p>
      <xsl:choose>
        <xsl:when test="requirements/requirement or conflicts/conflict">
          <ul class="ds-list">
            <xsl:apply-templates select="requirements/requirement"/>
            <xsl:apply-templates select="conflicts/conflict"/>
          </ul>
        </xsl:when>
        <xsl:otherwise><p>[[registration.no_needs]]</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="requirement"><li>[[registration.must_offer]]</li></xsl:template>
  <xsl:template match="conflict">
    <li>[[registration.not_at_{@kind}]] <xsl:if test="@unit"><a class="ds-link" href="/units/{@unit}"><xsl:value-of select="@unit-name"/></a>, </xsl:if><a class="ds-link" href="/sites/{@site}"><xsl:value-of select="@site-name"/></a></li>
  </xsl:template>

  <xsl:template name="about">
    <section class="pk-section" aria-labelledby="about">
      <div class="pk-section-head"><h2 class="ds-heading" id="about">[[registration.student]]</h2></div>
      <dl class="pk-facts">
        <xsl:if test="contact/@email"><div><dt>[[column.email]]</dt><dd><a class="ds-link" href="mailto:{contact/@email}"><xsl:value-of select="contact/@email"/></a></dd></div></xsl:if>
        <xsl:if test="contact/@phone"><div><dt>[[column.phone]]</dt><dd><a class="ds-link pk-nowrap" href="tel:{translate(contact/@phone, ' ', '')}"><xsl:value-of select="contact/@phone"/></a></dd></div></xsl:if>
        <xsl:if test="contact/@programme-name"><div><dt>[[column.programme]]</dt><dd><xsl:value-of select="contact/@programme-name"/></dd></div></xsl:if>
        <xsl:if test="contact/@term"><div><dt>[[person.cohort]]</dt><dd><xsl:for-each select="contact"><xsl:call-template name="term"/></xsl:for-each></dd></div></xsl:if>
        <xsl:if test="together/student"><div><dt>[[registration.together]]</dt><dd><xsl:apply-templates select="together/student"/></dd></div></xsl:if>
      </dl>
      <xsl:if test="registration/@name"><p><a class="ds-link" href="/people/{registration/@person}">[[registration.person]]</a></p></xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="together/student"><xsl:if test="position() &gt; 1">, </xsl:if><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="together/student[not(@name)]"><xsl:if test="position() &gt; 1">, </xsl:if>[[registration.protected]]</xsl:template>

  <!-- One place a student and period: what comes at the same time is marked. -->
  <xsl:template name="others">
    <section class="pk-section" aria-labelledby="others">
      <div class="pk-section-head"><h2 class="ds-heading" id="others">[[registration.others]]</h2></div>
      <table class="ds-table pk-table">
        <thead><tr><th scope="col">[[column.activity]]</th><th scope="col">[[column.period]]</th><th scope="col">[[registration.place]]</th></tr></thead>
        <tbody><xsl:apply-templates select="others/registration" mode="row"/></tbody>
      </table>
    </section>
  </xsl:template>
  <xsl:template match="others/registration" mode="row">
    <tr>
      <th scope="row" data-label="[[column.activity]]">
        <a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@activity-name"/></a>
        <xsl:if test="@state = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[registration.state_withdrawn]]</span></xsl:if>
        <xsl:if test="@overlaps = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[registration.overlaps]]</span></xsl:if>
      </th>
      <td data-label="[[column.period]]"><xsl:call-template name="period"/></td>
      <td data-label="[[registration.place]]"><xsl:if test="@unit-name"><xsl:value-of select="@unit-name"/><span class="pk-sub"> <xsl:value-of select="@site-name"/></span></xsl:if></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
