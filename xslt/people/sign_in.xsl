<?xml version="1.0" encoding="UTF-8"?>
<!-- Signing in. Where the demonstration region is loaded its people stand below, a button each. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[sign_in.title]]</xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="form"/>
    <xsl:if test="@demonstration and demonstrations/demonstration">
      <section class="pk-section" aria-labelledby="demonstration">
        <h2 class="ds-heading" id="demonstration">[[sign_in.demonstration]]</h2>
        <p>[[sign_in.demonstration_help]]</p>
        <ul class="pk-todo"><xsl:apply-templates select="demonstrations/demonstration"/></ul>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/password/forgotten">[[forgotten.title]]</a></xsl:template>
  <xsl:template match="form" mode="fields">
    <input type="hidden" name="next" value="{field[@name = 'next']/@value}"/>
    <xsl:apply-templates select="field[@name != 'next']"/>
  </xsl:template>
  <xsl:template match="demonstration">
    <li>
      <form class="pk-demonstration-person" method="post" action="/sign-in">
        <input type="hidden" name="token" value="{/page/form/@token}"/>
        <input type="hidden" name="next" value="{/page/form/field[@name = 'next']/@value}"/>
        <input type="hidden" name="email" value="{@email}"/>
        <input type="hidden" name="password" value="[[sign_in.demonstration_password]]"/>
        <button class="ds-button" data-variant="secondary" type="submit">[[role.{@role}]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></button>
        <span class="pk-demonstration-who"><xsl:value-of select="@name"/><span class="pk-sub"><xsl:value-of select="@organisation"/></span><span class="pk-sub"><xsl:value-of select="@email"/></span></span>
      </form>
    </li>
  </xsl:template>
</xsl:stylesheet>
