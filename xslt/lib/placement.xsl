<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of shared placements have in common. Block: placement (fragment placement_columns). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- Names; who is protected is not named to everyone. -->
  <xsl:template match="*" mode="student">
    <xsl:choose>
      <xsl:when test="@student"><xsl:value-of select="@student"/></xsl:when>
      <xsl:otherwise>[[roles.protected]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="supervisor">
    <xsl:choose>
      <xsl:when test="@supervisor"><xsl:value-of select="@supervisor"/></xsl:when>
      <xsl:when test="@supervisor-withheld"><span class="pk-quiet">[[roles.protected]]</span></xsl:when>
      <xsl:when test="@ended-on"/>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[placement.no_supervisor]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="lecturer">
    <xsl:choose>
      <xsl:when test="@lecturer"><xsl:value-of select="@lecturer"/></xsl:when>
      <xsl:when test="@lecturer-withheld"><span class="pk-quiet">[[roles.protected]]</span></xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="broken-off">
    <xsl:if test="@ended-on"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[placement.broken_off]]</span></xsl:if>
  </xsl:template>

  <!-- How to reach somebody. -->
  <xsl:template name="reach">
    <xsl:param name="email"/>
    <xsl:param name="phone"/>
    <xsl:if test="$email or $phone">
      <p class="pk-role-contact">
        <xsl:if test="$email"><a class="ds-link" href="mailto:{$email}"><xsl:value-of select="$email"/></a></xsl:if>
        <xsl:if test="$phone"><span><xsl:value-of select="$phone"/></span></xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- One value that became another; an item of a list. label: a label's key. -->
  <xsl:template name="from-to">
    <xsl:param name="label"/>
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:if test="$from or $to">
      <li>
        <span class="pk-change-field"><xsl:value-of select="pk:label($label)"/></span>
        <xsl:text>: </xsl:text>
        <xsl:if test="$from"><del><xsl:value-of select="$from"/></del></xsl:if>
        <xsl:if test="$from and $to"><span class="pk-change-arrow" aria-hidden="true"> → </span></xsl:if>
        <xsl:if test="$to"><ins><xsl:value-of select="$to"/></ins></xsl:if>
      </li>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
