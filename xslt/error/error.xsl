<?xml version="1.0" encoding="UTF-8"?>
<!-- What went wrong and what to do now, by the status. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[error.{error/@status}]]</xsl:template>

  <xsl:template match="page" mode="content">
    <div class="pk-prose">
      <p>[[error.{error/@status}.text]]</p>
      <xsl:if test="error/@parameter">
        <p>[[error.parameter]]<xsl:text> </xsl:text><code><xsl:value-of select="error/@parameter"/></code></p>
      </xsl:if>
      <p><a class="ds-button" href="/">[[error.front]]</a></p>
      <p class="pk-quiet">[[error.request]]<xsl:text> </xsl:text><code><xsl:value-of select="@request"/></code></p>
    </div>
  </xsl:template>
</xsl:stylesheet>
