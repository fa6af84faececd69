<?xml version="1.0" encoding="UTF-8"?>
<!-- The form of a partner, new or known: what only an institution's may is not offered to a site's. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="form[@name = 'partner']" mode="fields">
    <xsl:if test="not(/page/partner)"><xsl:call-template name="partner-owner"/></xsl:if>
    <xsl:apply-templates select="field[@name = 'name' or @name = 'contact']"/>
    <fieldset class="ds-fieldset pk-field" aria-describedby="reads-help">
      <legend>[[partner.reads]]</legend>
      <p class="pk-quiet" id="reads-help">[[partner.reads_help]]</p>
        <xsl:apply-templates select="field[@name = 'reads_events' or @name = 'reads_organisations' or @name = 'reads_activities' or @name = 'reads_allocations']"/>
        <xsl:if test="not(/page/partner/@site) and not(/page/institutions[not(institution)])"><xsl:apply-templates select="field[@name = 'reads_participants' or @name = 'reads_results']"/></xsl:if>
    </fieldset>
    <xsl:if test="not(/page/partner/@site) and not(/page/institutions[not(institution)])">
      <fieldset class="ds-fieldset pk-field" aria-describedby="sends-help">
        <legend>[[partner.sends]]</legend>
        <p class="pk-quiet" id="sends-help">[[partner.sends_help]]</p>
        <xsl:apply-templates select="field[starts-with(@name, 'sends_')]"/>
      </fieldset>
    </xsl:if>
    <xsl:apply-templates select="field[@name = 'addresses' or @name = 'per_minute']"/>
  </xsl:template>

  <xsl:template name="partner-owner">
    <xsl:choose>
      <xsl:when test="count(/page/institutions/institution | /page/sites/site) = 1">
        <xsl:apply-templates select="/page/institutions/institution | /page/sites/site" mode="owner"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="/page/institutions/institution"><xsl:apply-templates select="field[@name = 'institution']"/></xsl:if>
        <xsl:if test="/page/sites/site"><xsl:apply-templates select="field[@name = 'site']"/></xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- The only one there is needs no choosing. -->
  <xsl:template match="institution" mode="owner"><input type="hidden" name="institution" value="{@id}"/></xsl:template>
  <xsl:template match="site" mode="owner"><input type="hidden" name="site" value="{@id}"/></xsl:template>
</xsl:stylesheet>
