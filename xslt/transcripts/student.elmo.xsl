<?xml version="1.0" encoding="UTF-8"?>
<!-- A student's results, to take along. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../lib/elmo.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
</xsl:stylesheet>
