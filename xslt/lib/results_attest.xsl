<?xml version="1.0" encoding="UTF-8"?>
<!-- What is ready, to be attested with the password. Blocks: results (list), grades, sums. The page gives match="result" mode="who". -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:key name="result" match="results/result" use="@id"/>
  <!-- Ticked until the form comes back: then as it was sent. -->
  <xsl:variable name="sent" select="/page/form/entry"/>

  <!-- Whoever searches looks among all. -->
  <xsl:template match="results/filter[@name = 'only']"/>

  <xsl:template name="attest-content">
    <xsl:if test="form/error"><xsl:apply-templates select="form" mode="errors"/></xsl:if>
    <xsl:choose>
      <xsl:when test="sums/@ready = 0"><div class="pk-empty" role="status"><p>[[results.none_ready]]</p></div></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="results" mode="list"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="results" mode="list-table">
    <form class="pk-board" method="post" action="{/page/form/@action}">
      <input type="hidden" name="token" value="{/page/form/@token}"/>
      <div class="pk-list-top">
        <p class="pk-total" role="status">[[list.range]]</p>
        <p class="pk-result-tally"><xsl:apply-templates select="/page/grades/grade" mode="tally"/></p>
      </div>
      <table class="ds-table pk-table">
        <caption class="ds-sr-only">[[results.caption_ready]]</caption>
        <thead><tr><th scope="col"><span class="ds-sr-only">[[results.tick]]</span></th><xsl:apply-templates select="column"/></tr></thead>
        <tbody><xsl:apply-templates select="result" mode="row"/></tbody>
      </table>
      <div class="pk-attest">
        <p class="pk-prose">[[results.attest_help]]</p>
        <xsl:apply-templates select="/page/form/field[@name = 'password']"/>
        <div class="pk-buttons">
          <button class="ds-button" type="submit">[[submit.results_attest]]</button>
          <xsl:apply-templates select="/page/form" mode="cancel"/>
        </div>
      </div>
    </form>
    <xsl:apply-templates select="pager"/>
  </xsl:template>
  <xsl:template match="grade" mode="tally"><span class="pk-result-tally-grade"><xsl:value-of select="@name"/>: <strong><xsl:value-of select="@ready"/></strong></span></xsl:template>

  <xsl:template match="result" mode="row">
    <tr>
      <td data-label="[[results.tick]]">
        <xsl:variable name="entry" select="key('entry', concat('chosen-', @id))"/>
        <xsl:choose>
          <xsl:when test="not($sent) or $entry/@value = 1"><input class="ds-input" type="checkbox" id="field-chosen-{@id}" name="chosen-{@id}" value="1" aria-labelledby="row-{@id}" checked="checked"/></xsl:when>
          <xsl:otherwise><input class="ds-input" type="checkbox" id="field-chosen-{@id}" name="chosen-{@id}" value="1" aria-labelledby="row-{@id}"/></xsl:otherwise>
        </xsl:choose>
        <input type="hidden" name="seen-{@id}" value="{@seen}"/>
        <xsl:if test="$entry/@error"><p class="ds-validation-message"><xsl:value-of select="pk:label($entry/@error)"/></p></xsl:if>
      </td>
      <xsl:apply-templates select="." mode="who"/>
      <td data-label="[[column.points]]" class="pk-number"><xsl:value-of select="@points"/></td>
      <td data-label="[[column.grade]]"><strong><xsl:value-of select="@grade"/></strong></td>
      <td data-label="[[column.examined_on]]"><xsl:value-of select="@examined-on-text"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="error" mode="entry"><xsl:text> – </xsl:text><xsl:value-of select="key('result', @key)/@name"/><xsl:text> </xsl:text><xsl:value-of select="key('result', @key)/@code"/></xsl:template>
</xsl:stylesheet>
