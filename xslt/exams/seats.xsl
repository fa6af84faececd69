<?xml version="1.0" encoding="UTF-8"?>
<!-- Seats by code, to hang on the door: in columns, never a name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exam_lists.xsl"/>

  <xsl:template match="page" mode="list">
    <xsl:choose>
      <xsl:when test="seats/seat">
        <p class="pk-quiet pk-no-print">[[exam_list.seats_help]]</p>
        <ol class="pk-seats"><xsl:apply-templates select="seats/seat"/></ol>
      </xsl:when>
      <xsl:when test="session/@anonymous = 0"><div class="pk-empty"><p>[[exam_list.no_codes]]</p></div></xsl:when>
      <xsl:otherwise><div class="pk-empty"><p>[[candidates.empty]]</p></div></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="seat"><li><span class="pk-seat"><span class="ds-sr-only">[[exam_list.seat]] </span><xsl:value-of select="@number"/></span><code class="pk-code"><xsl:value-of select="@code"/></code></li></xsl:template>
</xsl:stylesheet>
