<?xml version="1.0" encoding="UTF-8"?>
<!-- Forms that register many students at once: a box each, the class that they go to. Blocks: activity, classes, people. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="people_ticks.xsl"/>

  <xsl:template match="page" mode="trail">
    <xsl:call-template name="allocation-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/students">[[allocation.part_students]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/activity/@id}/students">[[word.cancel]]</a></xsl:template>

  <!-- Where there are classes, one must be chosen. -->
  <xsl:template match="field[@name = 'class']">
    <xsl:if test="/page/classes/class">
      <div class="ds-field pk-field">
        <label for="field-class">[[students.to_class]]</label>
        <select class="ds-input pk-short" id="field-class" name="class" required="required">
          <xsl:call-template name="field-described"/>
          <option value="">[[form.choose]]</option>
          <xsl:call-template name="field-options"/>
        </select>
        <xsl:call-template name="field-error"/>
      </div>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
