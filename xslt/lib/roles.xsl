<?xml version="1.0" encoding="UTF-8"?>
<!-- Forms about a role in an activity: what the role lets one do stands beside its name. Blocks: activity or order or role. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- The way from an activity's roles. -->
  <xsl:template name="roles-trail">
    <xsl:param name="activity"/>
    <xsl:param name="name"/>
    <li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li>
    <li><a class="ds-link" href="/activities/{$activity}"><xsl:value-of select="$name"/></a></li>
    <li><a class="ds-link" href="/activities/{$activity}/roles">[[activity.roles]]</a></li>
  </xsl:template>

  <!-- A new role: the classes only where there are some; a second button for one more. -->
  <xsl:template match="form" mode="fields">
    <xsl:apply-templates select="field[@name = 'role']"/>
    <xsl:apply-templates select="field[@name = 'person']"/>
    <xsl:if test="../classes/class"><xsl:apply-templates select="field[@name = 'class']"/></xsl:if>
    <xsl:if test="count(../classes/class) &gt; 1"><xsl:apply-templates select="field[@name = 'other_classes']"/></xsl:if>
    <xsl:apply-templates select="field[@name = 'valid_from']"/>
    <xsl:apply-templates select="field[@name = 'valid_to']"/>
    <xsl:apply-templates select="field[@name = 'students_most']"/>
  </xsl:template>
  <xsl:template match="field[@name = 'role']">
    <fieldset class="ds-fieldset pk-field" id="field-role">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <div class="pk-options"><xsl:apply-templates select="option" mode="role"/></div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="option" mode="role">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-role-{@value}" name="role" value="{@value}" aria-describedby="can-{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-role-{@value}">[[role.{@value}]]</label>
      <p class="pk-help" id="can-{@value}" data-field="description">[[role_can_activity.{@value}]]</p>
    </div>
  </xsl:template>
  <!-- Where there are classes, one must be chosen. -->
  <xsl:template match="field[@name = 'class']">
    <div class="ds-field pk-field">
      <label for="field-class">[[column.class]]</label>
      <select class="ds-input pk-short" id="field-class" name="class">
        <xsl:call-template name="field-described"/>
        <xsl:call-template name="field-options"/>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>
  <xsl:template match="form" mode="buttons">
    <button class="ds-button" type="submit">[[submit.{@name}]]</button>
    <button class="ds-button" data-variant="secondary" type="submit" name="again" value="1">[[roles.again]]</button>
    <xsl:apply-templates select="." mode="cancel"/>
  </xsl:template>
</xsl:stylesheet>
