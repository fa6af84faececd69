<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of proposals share. Blocks: proposal (fragment proposal_head), activity; results (fragment allocation_figures);
     meanwhile (fragment proposal_changes). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="ordering.xsl"/>
  <xsl:import href="allocation.xsl"/>

  <xsl:template name="proposal-trail">
    <xsl:call-template name="allocation-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/proposals">[[allocation.part_proposals]]</a></li>
  </xsl:template>
  <xsl:template name="proposal-trail-own">
    <xsl:call-template name="proposal-trail"/>
    <li><a class="ds-link" href="/proposals/{proposal/@id}"><xsl:for-each select="proposal">[[proposal.name]]</xsl:for-each></a></li>
  </xsl:template>
  <xsl:template match="proposal" mode="tag"><span class="ds-tag pk-tag" data-phase="{@phase}">[[proposal_phase.{@phase}]]</span></xsl:template>
  <xsl:template match="proposal" mode="lead">
    <p class="pk-lead"><xsl:apply-templates select="." mode="tag"/><xsl:text> </xsl:text>[[objective.{@objective}]]<xsl:text> · </xsl:text>[[proposal.asked_by]]</p>
  </xsl:template>

  <!-- Results side by side. `results` is an element with result children; the proposals of the list are told by the page. -->
  <xsl:template match="results" mode="figures">
    <table class="ds-table pk-table pk-figures">
      <caption class="ds-sr-only">[[figures.caption]]</caption>
      <thead>
        <tr>
          <th scope="col">[[figures.result]]</th>
          <th scope="col" class="pk-number">[[figures.placed]]</th>
          <th scope="col" class="pk-number">[[figures.unplaced]]</th>
          <th scope="col" class="pk-number">[[figures.wish_1]]</th>
          <th scope="col" class="pk-number">[[figures.wish_2]]</th>
          <th scope="col" class="pk-number">[[figures.wish_3]]</th>
          <th scope="col" class="pk-number">[[figures.wish_later]]</th>
          <th scope="col" class="pk-number">[[figures.wish_none]]</th>
          <th scope="col" class="pk-number">[[figures.wish_unsaid]]</th>
          <th scope="col" class="pk-number">[[figures.km_foot]]</th>
          <th scope="col" class="pk-number">[[figures.km_car]]</th>
          <th scope="col" class="pk-number">[[figures.moved]]</th>
          <xsl:if test="result/@reshared"><th scope="col" class="pk-number">[[figures.reshared]]</th></xsl:if>
          <th scope="col" class="pk-number">[[figures.swaps]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="result" mode="figures"/></tbody>
    </table>
    <p class="pk-quiet">[[figures.help]]</p>
  </xsl:template>
  <xsl:template match="result" mode="figures">
    <tr data-source="{@source}">
      <th scope="row" data-label="[[figures.result]]"><xsl:apply-templates select="." mode="name"/></th>
      <td class="pk-number" data-label="[[figures.placed]]">[[figures.placed_of]]</td>
      <td class="pk-number" data-label="[[figures.unplaced]]"><xsl:choose><xsl:when test="@unplaced &gt; 0"><strong class="pk-late"><xsl:value-of select="@unplaced"/></strong></xsl:when><xsl:otherwise>0</xsl:otherwise></xsl:choose></td>
      <td class="pk-number" data-label="[[figures.wish_1]]"><xsl:value-of select="@wish-1"/></td>
      <td class="pk-number" data-label="[[figures.wish_2]]"><xsl:value-of select="@wish-2"/></td>
      <td class="pk-number" data-label="[[figures.wish_3]]"><xsl:value-of select="@wish-3"/></td>
      <td class="pk-number" data-label="[[figures.wish_later]]"><xsl:value-of select="@wish-later"/></td>
      <td class="pk-number" data-label="[[figures.wish_none]]"><xsl:value-of select="@wish-none"/></td>
      <td class="pk-number" data-label="[[figures.wish_unsaid]]"><xsl:value-of select="@wish-unsaid"/></td>
      <td class="pk-number" data-label="[[figures.km_foot]]"><xsl:choose><xsl:when test="@km-foot">[[figures.km_foot_pair]]</xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td class="pk-number" data-label="[[figures.km_car]]"><xsl:choose><xsl:when test="@km-car">[[figures.km_car_pair]]</xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <td class="pk-number" data-label="[[figures.moved]]"><xsl:choose><xsl:when test="@moved"><xsl:value-of select="@moved"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td>
      <xsl:if test="../result/@reshared"><td class="pk-number" data-label="[[figures.reshared]]"><xsl:choose><xsl:when test="@reshared"><xsl:value-of select="@reshared"/></xsl:when><xsl:otherwise>–</xsl:otherwise></xsl:choose></td></xsl:if>
      <td class="pk-number" data-label="[[figures.swaps]]"><xsl:apply-templates select="." mode="swaps"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="result" mode="swaps">–</xsl:template>
  <xsl:template match="result" mode="name">[[result.{@source}]]</xsl:template>

  <xsl:template match="result[@source = 'before']" mode="name">
    <xsl:for-each select="/page/before">
      <a class="ds-link" href="/activities/{@id}/allocation"><xsl:call-template name="term"/></a>
      <span class="pk-sub"><xsl:value-of select="@name"/></span>
    </xsl:for-each>
  </xsl:template>

  <!-- What is otherwise than the run read it. -->
  <xsl:template name="stale">
    <div class="ds-alert" data-color="warning">
      <h2 class="ds-heading">[[proposal.stale]]</h2>
      <p>[[proposal.stale_help]]</p>
      <xsl:apply-templates select="meanwhile"/>
    </div>
    <xsl:if test="rights/@take = 1"><p class="pk-buttons"><a class="ds-button" href="/activities/{activity/@id}/proposals/new">[[proposal.run_again]]</a></p></xsl:if>
  </xsl:template>
  <xsl:template match="meanwhile">
    <ul class="pk-meanwhile"><xsl:apply-templates select="fact"/></ul>
  </xsl:template>
  <xsl:template match="fact">
    <li>
      <xsl:choose>
        <xsl:when test="@what = 'put' and not(@new-value)">[[meanwhile.taken_out]]</xsl:when>
        <xsl:when test="@what = 'put' and not(@old-value)">[[meanwhile.put]]</xsl:when>
        <xsl:when test="@what = 'put'">[[meanwhile.moved]]</xsl:when>
        <xsl:otherwise>[[meanwhile.{@what}]]</xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- "12 students can only be at 3 units, which together have 9 places: 3 places are missing." On a shortage. -->
  <xsl:template name="shortage-words">[[shortage.students#@students]]<xsl:text> </xsl:text>[[shortage.only_units#@units]]<xsl:text> </xsl:text>[[shortage.have_places#@places]]<xsl:text> </xsl:text>[[shortage.missing#@missing]]</xsl:template>

  <!-- A rule or more that stand between a student and a unit. On an element with @obstacles: words with commas. -->
  <xsl:template name="obstacles">
    <xsl:param name="words" select="@obstacles"/>
    <xsl:choose>
      <xsl:when test="contains($words, ',')">
        <xsl:value-of select="pk:label('obstacle.', substring-before($words, ','))"/>
        <xsl:text>; </xsl:text>
        <xsl:call-template name="obstacles"><xsl:with-param name="words" select="substring-after($words, ',')"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:label('obstacle.', $words)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="student-name"><xsl:choose><xsl:when test="@name"><xsl:value-of select="@name"/></xsl:when><xsl:otherwise>[[proposal.protected]]</xsl:otherwise></xsl:choose></xsl:template>

  <!-- A page with one button: what it does, and the way back. -->
  <xsl:template match="page[proposal]/form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/proposals/{../proposal/@id}">[[word.cancel]]</a></xsl:template>
</xsl:stylesheet>
