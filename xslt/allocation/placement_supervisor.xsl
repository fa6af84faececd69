<?xml version="1.0" encoding="UTF-8"?>
<!-- A site's choice of supervisor: whom to speak to first stands above the form. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/placement.xsl"/>

  <xsl:template match="page" mode="title">[[placement.change_supervisor]]</xsl:template>
  <xsl:template match="page" mode="trail">
    <li><a class="ds-link" href="/students">[[nav.students]]</a></li>
    <li><a class="ds-link" href="/placements/{placement/@id}"><xsl:apply-templates select="placement" mode="student"/></a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="placement" mode="lead"/></xsl:template>
  <xsl:template match="placement" mode="lead">
    <p class="pk-lead"><xsl:value-of select="@unit"/><xsl:text> · </xsl:text><xsl:value-of select="@activity-name"/><xsl:text> · </xsl:text><xsl:call-template name="period"/></p>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="not(rights/@supervise-now = 1)"><div class="ds-alert" data-color="info"><p>[[error.placement_over]]</p></div></xsl:when>
      <xsl:when test="not(supervisors/supervisor)">
        <div class="pk-empty"><p>[[placement.no_supervisors]]</p><p><a class="ds-link" href="/activities/{placement/@activity}/roles">[[placements.to_roles]]</a></p></div>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-alert" data-color="warning">
          <h2 class="ds-heading">[[placement.speak_first]]</h2>
          <p>[[placement.speak_help]]</p>
          <ul class="pk-role-people"><xsl:apply-templates select="contacts/contact"/></ul>
        </div>
        <dl class="pk-facts"><div><dt>[[placement.supervisor_now]]</dt><dd><xsl:apply-templates select="placement" mode="supervisor"/></dd></div></dl>
        <xsl:apply-templates select="form"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="contact">
    <li>
      <p class="pk-role-name"><xsl:value-of select="@name"/></p>
      <xsl:call-template name="reach"><xsl:with-param name="email" select="@email"/><xsl:with-param name="phone" select="@phone"/></xsl:call-template>
    </li>
  </xsl:template>

  <!-- With how many students each follows already. -->
  <xsl:template match="field[@name = 'supervisor']">
    <xsl:variable name="value" select="@value"/>
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <select class="ds-input pk-medium" id="field-{@name}" name="{@name}">
        <xsl:call-template name="field-state"/>
        <xsl:call-template name="field-choose"/>
        <xsl:for-each select="/page/supervisors/supervisor">
          <option value="{@id}">
            <xsl:if test="@id = $value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
            <xsl:value-of select="@name"/>
            <xsl:if test="@units"><xsl:text> – </xsl:text><xsl:value-of select="@units"/></xsl:if>
            <xsl:text> (</xsl:text>
            <xsl:choose>
              <xsl:when test="@students-most">[[placement.follows_of#@students]]</xsl:when>
              <xsl:otherwise>[[placement.follows#@students]]</xsl:otherwise>
            </xsl:choose>
            <xsl:text>)</xsl:text>
          </option>
        </xsl:for-each>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/placements/{/page/placement/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
