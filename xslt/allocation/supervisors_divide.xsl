<?xml version="1.0" encoding="UTF-8"?>
<!-- Students divided evenly; below the form those among whom, and how many students they have. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>
  <xsl:import href="../lib/allocation.xsl"/>

  <xsl:template match="page" mode="title">[[followers.divide_title]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <xsl:call-template name="allocation-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/supervisors">[[allocation.part_supervisors]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="content">
    <p class="pk-prose">[[followers.divide_help]]</p>
    <xsl:choose>
      <xsl:when test="rights/@allocate-now = 1 or form/error or stale"><xsl:apply-templates select="form"/></xsl:when>
      <xsl:otherwise><div class="ds-alert" data-color="info"><p>[[activity.is_cancelled]]</p></div></xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="people"><xsl:with-param name="role" select="'supervisor'"/></xsl:call-template>
    <xsl:call-template name="people"><xsl:with-param name="role" select="'lecturer'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/activity/@id}/supervisors">[[word.cancel]]</a></xsl:template>

  <xsl:template name="people">
    <xsl:param name="role"/>
    <xsl:variable name="some" select="followers/follower[@role = $role]"/>
    <section class="pk-section" aria-labelledby="{$role}">
      <h2 class="ds-heading" id="{$role}">
        <xsl:choose>
          <xsl:when test="$role = 'lecturer'">[[roles.lecturers]]</xsl:when>
          <xsl:otherwise>[[roles.supervisors]]</xsl:otherwise>
        </xsl:choose>
      </h2>
      <xsl:choose>
        <xsl:when test="$some">
          <table class="ds-table pk-table">
            <caption class="ds-sr-only">[[followers.load]]</caption>
            <thead>
              <tr>
                <th scope="col">[[column.person]]</th>
                <xsl:if test="$role = 'supervisor'"><th scope="col">[[column.site]]</th></xsl:if>
                <xsl:if test="$some/@classes"><th scope="col">[[column.class]]</th></xsl:if>
                <th scope="col" class="pk-number">[[followers.given]]</th>
                <th scope="col" class="pk-number">[[followers.elsewhere]]</th>
                <th scope="col" class="pk-number">[[followers.most]]</th>
              </tr>
            </thead>
            <tbody><xsl:apply-templates select="$some"><xsl:with-param name="classes" select="boolean($some/@classes)"/></xsl:apply-templates></tbody>
          </table>
        </xsl:when>
        <xsl:when test="$role = 'lecturer'"><p class="pk-quiet">[[followers.no_lecturers_entered]]<xsl:text> </xsl:text><a class="ds-link" href="/activities/{activity/@id}/roles/new?role=lecturer">[[roles.add_lecturer]]</a></p></xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[followers.no_supervisors_entered]]<xsl:text> </xsl:text><a class="ds-link" href="/activities/{activity/@id}/roles?state=no_supervisor">[[activity.roles]]</a></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="follower">
    <xsl:param name="classes"/>
    <tr>
      <th scope="row" data-label="[[column.person]]">
        <xsl:choose>
          <xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when>
          <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@units"><span class="pk-sub"><xsl:value-of select="@units"/></span></xsl:if>
      </th>
      <xsl:if test="@role = 'supervisor'"><td data-label="[[column.site]]"><xsl:value-of select="@site-name"/></td></xsl:if>
      <xsl:if test="$classes"><td data-label="[[column.class]]"><xsl:value-of select="@classes"/></td></xsl:if>
      <td data-label="[[followers.given]]" class="pk-number"><xsl:value-of select="@given"/></td>
      <td data-label="[[followers.elsewhere]]" class="pk-number"><xsl:value-of select="@elsewhere"/></td>
      <td data-label="[[followers.most]]" class="pk-number">
        <xsl:choose>
          <xsl:when test="@most and @given + @elsewhere &gt; @most"><span class="ds-tag pk-tag" data-color="danger"><xsl:value-of select="@most"/></span></xsl:when>
          <xsl:when test="@most"><xsl:value-of select="@most"/></xsl:when>
          <xsl:otherwise>–</xsl:otherwise>
        </xsl:choose>
      </td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
