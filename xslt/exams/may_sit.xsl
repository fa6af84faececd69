<?xml version="1.0" encoding="UTF-8"?>
<!-- Who may sit, and how: for those at the door. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exam_lists.xsl"/>

  <xsl:template match="page" mode="columns"><th scope="col">[[column.accommodation]]</th><th scope="col">[[exam_list.ends]]</th></xsl:template>
  <xsl:template match="candidate" mode="cells">
    <td data-label="[[column.accommodation]]"><xsl:call-template name="accommodations"/></td>
    <td data-label="[[exam_list.ends]]" class="pk-nowrap"><xsl:apply-templates select="." mode="ends"/></td>
  </xsl:template>
</xsl:stylesheet>
