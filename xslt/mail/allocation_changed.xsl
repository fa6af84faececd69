<?xml version="1.0" encoding="UTF-8"?>
<!-- Something of a shared allocation changed, for those it concerns. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_share.xsl"/>
</xsl:stylesheet>
