<?xml version="1.0" encoding="UTF-8"?>
<!-- An allocation was shared: how many students come, and where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/mail_share.xsl"/>
</xsl:stylesheet>
