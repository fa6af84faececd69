<?xml version="1.0" encoding="UTF-8"?>
<!-- How one is to sit an exam has changed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_exam.xsl"/>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="candidate" mode="facts"/>
    <xsl:apply-templates select="candidate" mode="accommodation"/>
  </xsl:template>
  <xsl:template match="candidate" mode="accommodation"><p>[[mail.exam_accommodated.none]]</p></xsl:template>
  <xsl:template match="candidate[@extra-minutes &gt; 0 or @accommodation != '' or @accommodation-note]" mode="accommodation">
    <p>[[column.accommodation]]: <xsl:call-template name="accommodations"><xsl:with-param name="note" select="false()"/></xsl:call-template></p>
    <xsl:if test="@accommodation-note"><p><xsl:value-of select="@accommodation-note"/></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
