<?xml version="1.0" encoding="UTF-8"?>
<!-- Wishes may be handed in from today on. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_wishes.xsl"/>
</xsl:stylesheet>
