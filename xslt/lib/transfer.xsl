<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of a transfer share. Blocks: exam (fragment exam_head), transfer, job, counts, and rows whose row children have
     @outcome, maybe @reason, and old and new values. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:import href="grading.xsl"/>

  <xsl:template match="counts">
    <dl class="pk-facts">
      <div><dt>[[transfer.papers]]</dt><dd><xsl:value-of select="@papers"/></dd></div>
      <div><dt>[[transfer.written]]</dt><dd><xsl:value-of select="@written"/></dd></div>
      <div><dt>[[transfer.overwritten]]</dt><dd><xsl:value-of select="@overwritten"/></dd></div>
      <div><dt>[[transfer.failed]]</dt><dd><xsl:value-of select="@failed"/></dd></div>
    </dl>
  </xsl:template>

  <!-- It has been asked for and is not there yet. -->
  <xsl:template name="transfer-begun">
    <div class="pk-next">
      <p role="status">[[transfer.begun]]</p>
      <p class="pk-progress"><progress aria-label="{pk:label('transfer.progress_name')}"></progress><xsl:text> </xsl:text>[[transfer.waiting]]</p>
      <p class="pk-buttons"><a class="ds-button" href="/exams/{exam/@id}/transfer/log">[[transfer.reload]]</a></p>
    </div>
  </xsl:template>
  <xsl:template match="job" mode="failure">
    <div class="ds-alert" data-color="warning" role="status"><p>[[transfer.not_done]]<xsl:text> </xsl:text><xsl:value-of select="pk:label('error.', @error)"/></p></div>
  </xsl:template>

  <!-- What outcomes are called: of a log otherwise. -->
  <xsl:variable name="outcomes" select="'transfer_outcome.'"/>

  <!-- The list: one cell for what is there now; the file has its parts. -->
  <xsl:template match="rows" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'outcome'"/>
      <xsl:with-param name="values" select="'written overwritten failed'"/>
      <xsl:with-param name="prefix" select="$outcomes"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="rows" mode="empty"><p>[[transfer.no_papers]]</p></xsl:template>
  <xsl:template match="rows/column[@name = 'reason']"/>
  <xsl:template match="rows/column[@name = 'old_points']"><th scope="col">[[transfer.old]]</th></xsl:template>
  <xsl:template match="rows/column[@name = 'old_grade']"/>
  <xsl:template match="rows/column[@name = 'old_examined_on']"/>

  <xsl:template match="row" mode="row">
    <tr>
      <th scope="row" data-label="[[column.code]]"><span class="pk-code"><xsl:value-of select="@code"/></span></th>
      <td data-label="[[column.student]]"><xsl:apply-templates select="." mode="student"/></td>
      <td data-label="[[column.outcome]]">
        <xsl:apply-templates select="." mode="outcome"/>
        <xsl:if test="@reason"><span class="pk-sub">[[transfer_reason.{@reason}]]</span></xsl:if>
      </td>
      <td data-label="[[transfer.old]]"><xsl:apply-templates select="." mode="old"/></td>
      <td data-label="[[column.new_points]]" class="pk-number"><xsl:value-of select="@new-points"/></td>
      <td data-label="[[column.new_grade]]"><xsl:value-of select="@new-grade"/></td>
      <td data-label="[[column.new_examined_on]]"><span class="pk-nowrap"><xsl:value-of select="@new-examined-on-text"/></span></td>
    </tr>
  </xsl:template>
  <xsl:template match="row" mode="student"><span class="pk-quiet">[[roles.protected]]</span></xsl:template>
  <xsl:template match="row[@student]" mode="student"><xsl:value-of select="@student"/></xsl:template>
  <xsl:template match="row" mode="outcome"><span class="ds-tag pk-tag" data-color="success"><xsl:value-of select="pk:label($outcomes, @outcome)"/></span></xsl:template>
  <xsl:template match="row[@outcome = 'overwritten']" mode="outcome"><span class="ds-tag pk-tag" data-color="warning"><xsl:value-of select="pk:label($outcomes, @outcome)"/></span></xsl:template>
  <xsl:template match="row[@outcome = 'failed']" mode="outcome"><span class="ds-tag pk-tag" data-color="danger"><xsl:value-of select="pk:label($outcomes, @outcome)"/></span></xsl:template>
  <xsl:template match="row" mode="old">–</xsl:template>
  <xsl:template match="row[@old-points or @old-grade or @old-examined-on]" mode="old">
    <xsl:value-of select="@old-points"/>
    <xsl:if test="@old-points and @old-grade"><xsl:text> · </xsl:text></xsl:if>
    <xsl:value-of select="@old-grade"/>
    <xsl:if test="@old-examined-on"><span class="pk-sub"><xsl:value-of select="@old-examined-on-text"/></span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
