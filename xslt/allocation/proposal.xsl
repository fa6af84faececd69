<?xml version="1.0" encoding="UTF-8"?>
<!-- One proposal: how far it is; what it comes to beside what is; where a place is missing and what would mend it; its proof. While
     it is searched for a button shows how far it has come: a page that reloads by itself takes the reader's place away. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/proposal.xsl"/>

  <xsl:key name="short-unit" match="shortage_units/unit" use="@number"/>
  <xsl:key name="short-student" match="shortage_students/student" use="@number"/>
  <xsl:key name="remedy" match="remedies/remedy" use="@number"/>

  <xsl:template match="page" mode="title"><xsl:for-each select="proposal">[[proposal.name]]</xsl:for-each></xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="proposal-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="proposal" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@take = 1 and not(meanwhile/fact)"><a class="ds-button" href="/proposals/{proposal/@id}/take">[[proposal.take]]</a></xsl:if>
    <xsl:if test="proposal/@state = 'ready' or proposal/@state = 'taken'"><a class="ds-button" data-variant="secondary" href="/proposals/{proposal/@id}/students">[[proposal.students]]</a></xsl:if>
    <xsl:if test="rights/@discard = 1 and proposal/@phase != 'searching'"><a class="ds-button" data-variant="tertiary" href="/proposals/{proposal/@id}/discard">[[proposal.discard]]</a></xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:choose>
      <xsl:when test="proposal/@state = 'ready' or proposal/@state = 'taken'"><xsl:call-template name="found"/></xsl:when>
      <xsl:when test="proposal/@phase = 'searching'"><xsl:call-template name="searching"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="nothing"/></xsl:otherwise>
    </xsl:choose>
    <xsl:apply-templates select="history" mode="history"/>
  </xsl:template>

  <xsl:template name="searching">
    <div class="pk-next">
      <p role="status"><xsl:choose><xsl:when test="job/@cancel-wanted = 1">[[proposal.cancelling]]</xsl:when><xsl:otherwise>[[proposal.searching]]</xsl:otherwise></xsl:choose></p>
      <xsl:choose>
        <xsl:when test="job/@percent"><p class="pk-progress"><progress max="100" value="{job/@percent}" aria-label="{pk:label('proposal.progress_name')}"></progress><xsl:text> </xsl:text>[[proposal.progress]]</p></xsl:when>
        <xsl:otherwise><p class="pk-progress"><progress aria-label="{pk:label('proposal.progress_name')}"></progress><xsl:text> </xsl:text>[[proposal.waiting]]</p></xsl:otherwise>
      </xsl:choose>
      <p class="pk-quiet">[[proposal.leave]]</p>
      <p class="pk-buttons">
        <a class="ds-button" href="/proposals/{proposal/@id}">[[proposal.reload]]</a>
        <xsl:if test="rights/@cancel = 1 and not(job/@cancel-wanted = 1)"><a class="ds-button" data-variant="tertiary" href="/proposals/{proposal/@id}/cancel">[[proposal.cancel]]</a></xsl:if>
      </p>
    </div>
  </xsl:template>
  <xsl:template name="nothing">
    <div class="pk-next">
      <xsl:choose>
        <xsl:when test="proposal/@phase = 'cancelled'"><p>[[proposal.was_cancelled]]</p></xsl:when>
        <xsl:when test="proposal/@phase = 'discarded'"><p>[[proposal.was_discarded]]</p></xsl:when>
        <xsl:otherwise><div class="ds-alert" data-color="warning" role="status"><p><xsl:value-of select="pk:label('error.', job/@error)"/></p></div></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="rights/@allocate = 1"><p><a class="ds-button" href="/activities/{activity/@id}/proposals/new">[[proposal.run_again]]</a></p></xsl:if>
    </div>
  </xsl:template>

  <xsl:template name="found">
    <xsl:if test="meanwhile/fact"><xsl:call-template name="stale"/></xsl:if>
    <xsl:if test="same"><p class="pk-quiet"><xsl:for-each select="same">[[proposal.same]]</xsl:for-each></p></xsl:if>
    <xsl:apply-templates select="results/result[@source = 'proposal']" mode="counts"/>
    <xsl:if test="proposal/@unplaced &gt; 0"><xsl:call-template name="shortages"/></xsl:if>
    <section class="pk-section" aria-labelledby="compare">
      <h2 class="ds-heading" id="compare">[[proposals.compare]]</h2>
      <xsl:apply-templates select="results" mode="figures"/>
    </section>
    <xsl:apply-templates select="proposal" mode="proof"/>
  </xsl:template>
  <xsl:template match="result[@source = 'proposal']" mode="name"><strong><xsl:for-each select="/page/proposal">[[proposal.name]]</xsl:for-each></strong></xsl:template>
  <xsl:template match="result[@source = 'proposal']" mode="swaps"><xsl:value-of select="/page/proposal/@swaps"/></xsl:template>

  <!-- The figures, each a way to its students. -->
  <xsl:template match="result" mode="counts">
    <ul class="pk-counts" aria-label="{pk:label('proposal.counts')}">
      <li><a href="/proposals/{@proposal}/students"><strong><xsl:value-of select="@placed"/></strong><span>[[proposal.count_placed]]</span></a></li>
      <li data-any="{@unplaced &gt; 0}"><a href="/proposals/{@proposal}/students?wish=unplaced"><strong><xsl:value-of select="@unplaced"/></strong><span>[[proposal.count_unplaced]]</span></a></li>
      <li><a href="/proposals/{@proposal}/students?wish=first"><strong><xsl:value-of select="@wish-1"/></strong><span>[[proposal.count_first]]</span></a></li>
      <li><a href="/proposals/{@proposal}/students?wish=second"><strong><xsl:value-of select="@wish-2"/></strong><span>[[proposal.count_second]]</span></a></li>
      <li><a href="/proposals/{@proposal}/students?wish=none"><strong><xsl:value-of select="@wish-none"/></strong><span>[[proposal.count_none]]</span></a></li>
      <li><a href="/proposals/{@proposal}/students?change=changed"><strong><xsl:value-of select="@moved"/></strong><span>[[proposal.count_moved]]</span></a></li>
    </ul>
  </xsl:template>

  <!-- Where a place is missing: who, where they could be, and what would mend it. -->
  <xsl:template name="shortages">
    <section class="pk-section" aria-labelledby="shortages">
      <h2 class="ds-heading" id="shortages">[[shortage.title#proposal/@unplaced]]</h2>
      <xsl:apply-templates select="shortages/shortage"/>
      <xsl:if test="others/student">
        <p class="pk-prose">[[shortage.others]]</p>
        <ul class="pk-names"><xsl:apply-templates select="others/student" mode="named"/></ul>
      </xsl:if>
      <xsl:if test="rules/rule">
        <h3 class="ds-heading">[[shortage.rules]]</h3>
        <ul class="ds-list"><xsl:apply-templates select="rules/rule"/></ul>
      </xsl:if>
      <xsl:if test="proposal/@left-over &gt; 0"><p class="pk-prose"><xsl:for-each select="proposal">[[shortage.left_over#@left-over]]</xsl:for-each></p></xsl:if>
    </section>
  </xsl:template>
  <xsl:template match="shortage">
    <div class="pk-shortage">
      <p class="pk-prose"><strong>
        <xsl:choose>
          <xsl:when test="@units = 0">[[shortage.nowhere#@students]]</xsl:when>
          <xsl:otherwise><xsl:call-template name="shortage-words"/></xsl:otherwise>
        </xsl:choose>
      </strong></p>
      <xsl:if test="@units &gt; 0">
        <table class="ds-table pk-table">
          <caption>[[shortage.units]]</caption>
          <thead><tr><th scope="col">[[column.unit]]</th><th scope="col" class="pk-number">[[column.places]]</th><th scope="col" class="pk-number">[[shortage.mends]]</th></tr></thead>
          <tbody><xsl:apply-templates select="key('short-unit', @number)"/></tbody>
        </table>
      </xsl:if>
      <details open="open">
        <summary>[[shortage.who#@students]]</summary>
        <ul class="pk-names"><xsl:apply-templates select="key('short-student', @number)" mode="named"/></ul>
      </details>
      <xsl:if test="key('remedy', @number)">
        <h3 class="ds-heading">[[shortage.remedies]]</h3>
        <ul class="ds-list"><xsl:apply-templates select="key('remedy', @number)"/></ul>
      </xsl:if>
    </div>
  </xsl:template>
  <xsl:template match="shortage_units/unit">
    <tr>
      <th scope="row" data-label="[[column.unit]]"><a class="ds-link" href="/units/{@id}"><xsl:value-of select="@name"/></a><span class="pk-sub"><xsl:value-of select="@site"/></span></th>
      <td class="pk-number" data-label="[[column.places]]"><xsl:value-of select="@places"/></td>
      <td class="pk-number" data-label="[[shortage.mends]]"><xsl:value-of select="@mends"/></td>
    </tr>
  </xsl:template>
  <xsl:template match="student" mode="named">
    <li>
      <xsl:choose>
        <xsl:when test="/page/rights/@reasons = 1"><a class="ds-link" href="/proposals/{/page/proposal/@id}/students/{@registration}"><xsl:call-template name="student-name"/></a></xsl:when>
        <xsl:otherwise><xsl:call-template name="student-name"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not(@placed)"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="danger">[[proposal.no_place]]</span></xsl:if>
    </li>
  </xsl:template>
  <xsl:template match="remedy">
    <li>[[shortage.remedy]]<span class="pk-sub"><xsl:call-template name="obstacles"/></span></li>
  </xsl:template>
  <xsl:template match="rule"><li>[[shortage_rule.{@rule}]]<xsl:text> </xsl:text><strong>[[shortage.rule_more#@students]]</strong></li></xsl:template>

  <!-- Why nothing better is to be found, in words; and of what it was found. -->
  <xsl:template match="proposal" mode="proof">
    <section class="pk-section" aria-labelledby="proof">
      <h2 class="ds-heading" id="proof">[[proof.title]]</h2>
      <ul class="pk-proof">
        <li>
          <xsl:choose>
            <xsl:when test="@placed = @placed-most and @unplaced = 0">[[proof.all_placed]]</xsl:when>
            <xsl:when test="@placed = @placed-most">[[proof.placed]]</xsl:when>
            <xsl:otherwise>[[proof.placed_bound]]</xsl:otherwise>
          </xsl:choose>
        </li>
        <li>
          <xsl:choose>
            <xsl:when test="@proof = 'optimal' and @shared = 1">[[proof.optimal_shared]]</xsl:when>
            <xsl:when test="@proof = 'optimal' and @objective = 'rank_maximal'">[[proof.optimal_rank_maximal]]</xsl:when>
            <xsl:when test="@proof = 'optimal'">[[proof.optimal_weighted]]</xsl:when>
            <xsl:otherwise>[[proof.bounded]]<xsl:text> </xsl:text>[[proof.gap_{@gap-in}]]</xsl:otherwise>
          </xsl:choose>
        </li>
        <li>
          <xsl:choose>
            <xsl:when test="@exchange = 0">[[proof.no_swap]]</xsl:when>
            <xsl:when test="@shared = 1">[[proof.swaps_shared#@swaps]]</xsl:when>
            <xsl:otherwise>[[proof.swaps#@swaps]]</xsl:otherwise>
          </xsl:choose>
        </li>
        <xsl:if test="@groups-together &gt; 0 or @groups-apart &gt; 0"><li>[[proof.groups#@groups-together]]<xsl:if test="@groups-apart &gt; 0"><xsl:text> </xsl:text>[[proof.groups_apart#@groups-apart]]</xsl:if></li></xsl:if>
        <xsl:if test="@locked &gt; 0"><li>[[proof.locked#@locked]]</li></xsl:if>
      </ul>
      <p class="pk-quiet">[[proof.how]]<xsl:text> </xsl:text><xsl:choose><xsl:when test="@milliseconds &gt; 0">[[proof.time]]</xsl:when><xsl:otherwise>[[proof.no_time]]</xsl:otherwise></xsl:choose><xsl:text> </xsl:text>[[proof.input]]</p>
    </section>
  </xsl:template>
</xsl:stylesheet>
