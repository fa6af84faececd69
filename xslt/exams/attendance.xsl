<?xml version="1.0" encoding="UTF-8"?>
<!-- The attendance list: names, to be signed; never a code. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/exam_lists.xsl"/>

  <xsl:template match="page" mode="columns"><th scope="col">[[exam_list.ends]]</th><th scope="col">[[exam_list.identity]]</th><th scope="col">[[exam_list.out]]</th><th scope="col" class="pk-sign">[[exam_list.signature]]</th></xsl:template>
  <xsl:template match="candidate" mode="cells">
    <td data-label="[[exam_list.ends]]" class="pk-nowrap"><xsl:apply-templates select="." mode="ends"/></td>
    <td data-label="[[exam_list.identity]]"><span class="pk-box" aria-hidden="true"></span></td>
    <td data-label="[[exam_list.out]]"><span class="pk-rule" aria-hidden="true"></span></td>
    <td data-label="[[exam_list.signature]]" class="pk-sign"><span class="pk-rule" aria-hidden="true"></span></td>
  </xsl:template>
</xsl:stylesheet>
