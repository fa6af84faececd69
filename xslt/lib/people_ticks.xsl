<?xml version="1.0" encoding="UTF-8"?>
<!-- People to be chosen, a box each (form field people, blocks people and search): the search for them, the boxes. The page gives
     match="person" mode="more", what stands beside a name. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:key name="candidate" match="people/person" use="@id"/>

  <!-- On the form. Searching sends it as it is and gets it back as it is: whom the search leaves out stays ticked, and goes along. -->
  <xsl:template name="people-search">
    <xsl:variable name="unseen" select="entry[@field = 'people' and not(key('candidate', @key))]"/>
    <div class="pk-search" role="search">
      <div class="ds-field pk-search-text">
        <label for="q">[[students.search]]</label>
        <input class="ds-input" type="search" id="q" name="q" value="{../search/@q}" autocomplete="off"/>
      </div>
      <button class="ds-button" data-variant="secondary" type="submit" name="find" value="1"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
    </div>
    <xsl:for-each select="$unseen"><input type="hidden" name="people" value="{@key}"/></xsl:for-each>
    <xsl:if test="$unseen"><p role="status">[[students.unseen]]</p></xsl:if>
  </xsl:template>

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
</xsl:stylesheet>
