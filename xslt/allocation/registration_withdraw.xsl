<?xml version="1.0" encoding="UTF-8"?>
<!-- A student who withdraws: who is told and which place becomes free, before it is done. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/registration.xsl"/>

  <xsl:template match="page" mode="title">[[registration.withdraw]]</xsl:template>
  <xsl:template match="registration" mode="about">
    <p>[[registration.withdraw_help]]</p>
    <h2 class="ds-heading">[[registration.what_happens]]</h2>
    <ul class="ds-list">
      <xsl:apply-templates select="/page/placement"/>
      <xsl:apply-templates select="/page/allocation"/>
      <xsl:if test="/page/together/student"><li>[[registration.withdraw_group]] <xsl:apply-templates select="/page/together/student"/></li></xsl:if>
      <li>[[registration.withdraw_kept]]</li>
    </ul>
    <h2 class="ds-heading">[[registration.who_is_told]]</h2>
    <xsl:choose>
      <xsl:when test="/page/placement[@stage != 'over']">
        <ul class="ds-list">
          <li>[[registration.told_student]]</li>
          <xsl:apply-templates select="/page/placement" mode="people"/>
          <xsl:apply-templates select="/page/contacts/person"/>
        </ul>
      </xsl:when>
      <xsl:otherwise><p>[[registration.told_nobody]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="placement"><li>[[registration.withdraw_now]]</li></xsl:template>
  <xsl:template match="placement[@stage = 'coming']"><li>[[registration.withdraw_coming]]</li></xsl:template>
  <xsl:template match="placement[@stage = 'over']"><li>[[registration.withdraw_over]]</li></xsl:template>
  <xsl:template match="allocation">
    <li><xsl:choose><xsl:when test="@unplaced &gt; 0">[[registration.withdraw_free_wanted#@unplaced]]</xsl:when><xsl:otherwise>[[registration.withdraw_free]]</xsl:otherwise></xsl:choose></li>
  </xsl:template>
  <xsl:template match="placement" mode="people">
    <xsl:if test="@supervisor"><li><xsl:value-of select="@supervisor"/><span class="pk-sub"> [[role.supervisor]], <xsl:value-of select="@site-name"/></span></li></xsl:if>
    <xsl:if test="@supervisor-withheld = 1"><li>[[role.supervisor]], <xsl:value-of select="@site-name"/></li></xsl:if>
    <xsl:if test="@lecturer"><li><xsl:value-of select="@lecturer"/><span class="pk-sub"> [[role.lecturer]]</span></li></xsl:if>
    <xsl:if test="@lecturer-withheld = 1"><li>[[role.lecturer]]</li></xsl:if>
  </xsl:template>
  <xsl:template match="contacts/person"><li><xsl:value-of select="@name"/><span class="pk-sub"> <xsl:value-of select="/page/placement/@site-name"/></span></li></xsl:template>
  <xsl:template match="together/student"><xsl:if test="position() &gt; 1">, </xsl:if><a class="ds-link" href="/registrations/{@id}"><xsl:value-of select="@name"/></a></xsl:template>
</xsl:stylesheet>
