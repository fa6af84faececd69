<?xml version="1.0" encoding="UTF-8"?>
<!-- To who asked for it: an import came to nothing; the page says why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail.xsl"/>
  <xsl:template match="page" mode="link">/imports/<xsl:value-of select="import/@id"/></xsl:template>
</xsl:stylesheet>
