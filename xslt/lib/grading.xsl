<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of grading share. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <!-- The state of an exam's grading, as a tag. -->
  <xsl:template match="exam" mode="state"><span class="ds-tag pk-tag" data-color="neutral">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@state = 'started']" mode="state"><span class="ds-tag pk-tag" data-color="info">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@state = 'confirmed']" mode="state"><span class="ds-tag pk-tag" data-color="success">[[exam_state.{@state}]]</span></xsl:template>
  <xsl:template match="exam[@transferred = 1]" mode="state"><span class="ds-tag pk-tag" data-color="success">[[exams.transferred]]</span></xsl:template>
  <xsl:template match="exam[@cancelled = 1]" mode="state"><span class="ds-tag pk-tag" data-color="warning">[[exams.cancelled]]</span></xsl:template>
</xsl:stylesheet>
