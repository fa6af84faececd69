<?xml version="1.0" encoding="UTF-8"?>
<!-- Forms that register many students at once: a box each, the class that they go to. Blocks: activity, classes, people. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="candidate" match="people/person" use="@id"/>

  <xsl:template match="page" mode="trail">
    <xsl:call-template name="allocation-trail"/>
    <li><a class="ds-link" href="/activities/{activity/@id}/students">[[allocation.part_students]]</a></li>
  </xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="form" mode="cancel"><a class="ds-button" data-variant="tertiary" href="/activities/{/page/activity/@id}/students">[[word.cancel]]</a></xsl:template>

  <xsl:template match="field[@name = 'people']">
    <fieldset class="ds-fieldset pk-field" id="field-people">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:call-template name="field-error"/>
      <ul class="pk-ticks"><xsl:apply-templates select="/page/people/person" mode="tick"/></ul>
    </fieldset>
  </xsl:template>
  <xsl:template match="person" mode="tick">
    <li class="ds-field">
      <input class="ds-input" type="checkbox" id="field-people-{@id}" name="people" value="{@id}">
        <xsl:if test="key('entry', concat('people-', @id))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-people-{@id}">
        <xsl:value-of select="@name"/>
        <span class="pk-sub"><xsl:text> </xsl:text><xsl:apply-templates select="." mode="more"/></span>
        <xsl:if test="@protected = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span></xsl:if>
        <xsl:if test="@withdrawn &gt; 0"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[students.withdrew]]</span></xsl:if>
        <xsl:if test="@overlaps"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[students.overlaps]]</span></xsl:if>
      </label>
    </li>
  </xsl:template>
  <xsl:template match="person" mode="more"/>

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
