<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcripts: state, facts, and the table of what one says. Blocks: transcript (fragment transcript_head), results (transcript_results). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:template name="transcript-trail">
    <xsl:choose>
      <xsl:when test="student/@own = 1 or transcript/@own = 1"><li><a class="ds-link" href="/my-results">[[results.mine]]</a></li></xsl:when>
      <xsl:otherwise><li><a class="ds-link" href="/results">[[results.title]]</a></li></xsl:otherwise>
    </xsl:choose>
    <li><a class="ds-link" href="/transcripts">[[transcripts.title]]</a></li>
  </xsl:template>

  <xsl:template match="transcript" mode="state">
    <xsl:choose>
      <xsl:when test="@transcript-state = 'valid'"><span class="ds-tag pk-tag" data-color="success">[[transcript_state.valid]]</span></xsl:when>
      <xsl:when test="@transcript-state = 'changed'"><span class="ds-tag pk-tag" data-color="warning">[[transcript_state.changed]]</span></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="danger">[[transcript_state.withdrawn]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- To whom, by whom, when: as it stands on the transcript. -->
  <xsl:template match="transcript" mode="facts">
    <dl class="pk-facts">
      <xsl:if test="@name"><div><dt>[[column.name]]</dt><dd><xsl:value-of select="@name"/></dd></div></xsl:if>
      <div><dt>[[column.institution]]</dt><dd><xsl:value-of select="@institution"/></dd></div>
      <xsl:if test="@programme"><div><dt>[[column.programme]]</dt><dd><xsl:value-of select="@programme"/></dd></div></xsl:if>
      <div>
        <dt>[[column.made_at]]</dt>
        <dd>
          <time datetime="{@made-at}"><xsl:value-of select="@made-at-text"/></time>
          <span class="pk-sub"><xsl:choose><xsl:when test="@by-student">[[transcript.by_student]]</xsl:when><xsl:otherwise>[[transcript.by_institution]]</xsl:otherwise></xsl:choose></span>
        </dd>
      </div>
      <xsl:if test="@withdrawn-at"><div><dt>[[column.withdrawn_at]]</dt><dd><time datetime="{@withdrawn-at}"><xsl:value-of select="@withdrawn-at-text"/></time></dd></div></xsl:if>
      <div><dt>[[transcript.code]]</dt><dd><span class="pk-code"><xsl:value-of select="@code"/></span></dd></div>
      <xsl:if test="@credits"><div><dt>[[transcript.credits]]</dt><dd><xsl:value-of select="@credits-text"/></dd></div></xsl:if>
    </dl>
  </xsl:template>

  <xsl:template match="results" mode="transcript">
    <table class="ds-table pk-table">
      <caption class="ds-sr-only">[[transcript.results]]</caption>
      <thead>
        <tr>
          <th scope="col">[[column.course]]</th><th scope="col">[[column.term]]</th><th scope="col">[[column.examined_on]]</th>
          <th scope="col">[[column.grade]]</th><th scope="col" class="pk-number">[[column.credits]]</th>
        </tr>
      </thead>
      <tbody><xsl:apply-templates select="result" mode="transcript"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="result" mode="transcript">
    <tr>
      <th scope="row" data-label="[[column.course]]">
        <xsl:value-of select="@course"/><xsl:text> </xsl:text><xsl:value-of select="@course-name"/>
        <xsl:if test="@module"><span class="pk-sub"><xsl:value-of select="@module"/><xsl:text> </xsl:text><xsl:value-of select="@module-name"/></span></xsl:if>
      </th>
      <td data-label="[[column.term]]"><xsl:call-template name="term"/></td>
      <td data-label="[[column.examined_on]]"><time datetime="{@examined-on}"><xsl:value-of select="@examined-on-text"/></time></td>
      <td data-label="[[column.grade]]"><strong><xsl:value-of select="@grade"/></strong><xsl:if test="@changed = 1"><span class="pk-sub">[[transcript.decided_anew]]</span></xsl:if></td>
      <td data-label="[[column.credits]]" class="pk-number"><xsl:value-of select="@credits-text"/></td>
    </tr>
  </xsl:template>
</xsl:stylesheet>
