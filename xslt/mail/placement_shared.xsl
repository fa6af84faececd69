<?xml version="1.0" encoding="UTF-8"?>
<!-- A student has been given a place. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_share.xsl"/>
</xsl:stylesheet>
