<?xml version="1.0" encoding="UTF-8"?>
<!-- To examiners: results wait to be attested. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_results.xsl"/>
</xsl:stylesheet>
