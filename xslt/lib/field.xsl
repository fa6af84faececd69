<?xml version="1.0" encoding="UTF-8"?>
<!-- One field of a form, by its type. Ids are field-<name>, help-<name>, error-<name>; entries add -<key>. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:key name="entry" match="form/entry" use="concat(@field, '-', @key)"/>

  <xsl:template match="field[@type = 'version']">
    <input type="hidden" name="{@name}" value="{@value}"/>
  </xsl:template>

  <!-- text, integer, decimal, date, email, password: one line. A date is typed as the page writes dates: the browser's own date
       field follows the browser's language, and 12/01/2027 on a Norwegian page is how wrong dates are made. -->
  <xsl:template match="field">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <input id="field-{@name}" name="{@name}">
        <xsl:attribute name="class"><xsl:call-template name="field-class"/></xsl:attribute>
        <xsl:attribute name="type"><xsl:call-template name="field-type"/></xsl:attribute>
        <xsl:if test="@type != 'password'">
          <xsl:attribute name="value"><xsl:value-of select="@value"/></xsl:attribute>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@type = 'integer'"><xsl:attribute name="inputmode">numeric</xsl:attribute></xsl:when>
          <xsl:when test="@type = 'decimal'"><xsl:attribute name="inputmode">decimal</xsl:attribute></xsl:when>
        </xsl:choose>
        <xsl:call-template name="field-autocomplete"/>
        <xsl:call-template name="field-state"/>
      </input>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <!-- After an error it has to be chosen again: no browser lets a page say which. -->
  <xsl:template match="field[@type = 'file']">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <input class="ds-input pk-medium" type="file" id="field-{@name}" name="{@name}" accept=".csv,.txt,.tsv,.xlsx">
        <xsl:call-template name="field-state"/>
      </input>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <xsl:template match="field[@type = 'lines']">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <textarea class="ds-input pk-wide" id="field-{@name}" name="{@name}" rows="5">
        <xsl:call-template name="field-state"/>
        <xsl:value-of select="@value"/>
      </textarea>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <xsl:template match="field[@type = 'flag']">
    <div class="ds-field pk-field pk-field-flag">
      <input class="ds-input" type="checkbox" id="field-{@name}" name="{@name}" value="1">
        <xsl:if test="@value = 1"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
        <xsl:call-template name="field-described"/>
      </input>
      <label for="field-{@name}"><xsl:call-template name="field-name"/></label>
      <xsl:call-template name="field-help"/>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <!-- A few choices, one of them must be made: all in sight. -->
  <xsl:template match="field[@type = 'choice' and @required and count(option) &lt; 5]">
    <fieldset class="ds-fieldset pk-field" id="field-{@name}">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:call-template name="field-help"/>
      <div class="pk-options"><xsl:apply-templates select="option" mode="radio"/></div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>
  <xsl:template match="option" mode="radio">
    <div class="ds-field">
      <input class="ds-input" type="radio" id="field-{../@name}-{@value}" name="{../@name}" value="{@value}">
        <xsl:if test="@value = ../@value"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
      </input>
      <label for="field-{../@name}-{@value}"><xsl:call-template name="option-name"/></label>
    </div>
  </xsl:template>

  <xsl:template match="field[@type = 'choice']">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <select class="ds-input pk-medium" id="field-{@name}" name="{@name}">
        <xsl:call-template name="field-state"/>
        <xsl:call-template name="field-choose"/>
        <xsl:apply-templates select="option" mode="select"/>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>
  <xsl:template match="option" mode="select">
    <option value="{@value}">
      <xsl:if test="@value = ../@value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
      <xsl:call-template name="option-name"/>
    </option>
  </xsl:template>

  <!-- One of the page's rows that the field's options name: <sites><site id="…" name="…"/></sites>. -->
  <xsl:template match="field[@type = 'reference']">
    <div class="ds-field pk-field">
      <xsl:call-template name="field-label"/>
      <xsl:call-template name="field-help"/>
      <select class="ds-input pk-medium" id="field-{@name}" name="{@name}">
        <xsl:call-template name="field-state"/>
        <xsl:call-template name="field-choose"/>
        <xsl:call-template name="field-options"/>
      </select>
      <xsl:call-template name="field-error"/>
    </div>
  </xsl:template>

  <!-- Several of them. -->
  <xsl:template match="field[@type = 'references']">
    <xsl:variable name="field" select="."/>
    <fieldset class="ds-fieldset pk-field" id="field-{@name}">
      <xsl:call-template name="field-described"/>
      <legend><xsl:call-template name="field-name"/></legend>
      <xsl:call-template name="field-help"/>
      <div class="pk-options">
        <xsl:for-each select="/page/*[name() = $field/@options]/*">
          <div class="ds-field">
            <input class="ds-input" type="checkbox" id="field-{$field/@name}-{@id}" name="{$field/@name}" value="{@id}">
              <xsl:if test="key('entry', concat($field/@name, '-', @id))"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
            </input>
            <label for="field-{$field/@name}-{@id}"><xsl:value-of select="@name"/></label>
          </div>
        </xsl:for-each>
      </div>
      <xsl:call-template name="field-error"/>
    </fieldset>
  </xsl:template>

  <!-- One input of an `each` field, for the page's own table. field: its name. key: the row's id. label: id of the element that
       names the row; several with spaces between. The context is anywhere in the page. -->
  <xsl:template name="entry-input">
    <xsl:param name="field"/>
    <xsl:param name="key"/>
    <xsl:param name="label"/>
    <xsl:variable name="definition" select="/page/form/field[@name = $field]"/>
    <xsl:variable name="entry" select="key('entry', concat($field, '-', $key))"/>
    <input class="ds-input pk-entry" id="field-{$field}-{$key}" name="{$field}-{$key}" value="{$entry/@value}" aria-labelledby="{$label}">
      <xsl:choose>
        <xsl:when test="$definition/@type = 'integer'"><xsl:attribute name="inputmode">numeric</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:if test="$entry/@error">
        <xsl:attribute name="aria-invalid">true</xsl:attribute>
        <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', $field, '-', $key)"/></xsl:attribute>
      </xsl:if>
    </input>
    <xsl:if test="$entry/@error">
      <p class="ds-validation-message" id="error-{$field}-{$key}"><xsl:for-each select="$definition"><xsl:value-of select="pk:label($entry/@error)"/></xsl:for-each></p>
    </xsl:if>
  </xsl:template>

  <!-- The box of an `each` flag. name: what stands beside it, for those who hear the page. -->
  <xsl:template name="entry-tick">
    <xsl:param name="field"/>
    <xsl:param name="key"/>
    <xsl:param name="name"/>
    <xsl:variable name="entry" select="key('entry', concat($field, '-', $key))"/>
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id="field-{$field}-{$key}" name="{$field}-{$key}" value="1">
        <xsl:if test="$entry/@value = 1"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
        <xsl:if test="$entry/@error">
          <xsl:attribute name="aria-invalid">true</xsl:attribute>
          <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', $field, '-', $key)"/></xsl:attribute>
        </xsl:if>
      </input>
      <label for="field-{$field}-{$key}"><span class="ds-sr-only"><xsl:value-of select="$name"/></span></label>
    </div>
    <xsl:if test="$entry/@error">
      <p class="ds-validation-message" id="error-{$field}-{$key}"><xsl:value-of select="pk:label($entry/@error)"/></p>
    </xsl:if>
  </xsl:template>

  <!-- Parts. -->
  <xsl:template name="field-label">
    <label for="field-{@name}"><xsl:call-template name="field-name"/></label>
  </xsl:template>
  <xsl:template name="field-name">
    <xsl:value-of select="pk:label('field.', ../@name, '.', @name)"/>
    <xsl:if test="not(@required) and @type != 'flag' and @type != 'references'">
      <xsl:text> </xsl:text>
      <span class="pk-optional">[[form.optional]]</span>
    </xsl:if>
  </xsl:template>
  <!-- option.<field>.<value>, or where that is missing <field>.<value>, such as role.lecturer. -->
  <xsl:template name="option-name" pk:plain="yes">
    <xsl:variable name="label" select="pk:optional('option.', ../@name, '.', @value)"/>
    <xsl:choose>
      <xsl:when test="string($label)"><xsl:value-of select="$label"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="pk:label(../@name, '.', @value)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="field-choose">
    <xsl:choose>
      <xsl:when test="@required"><option value="">[[form.choose]]</option></xsl:when>
      <xsl:otherwise><option value="">[[form.none]]</option></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Of a reference: the page's rows, by name. -->
  <xsl:template name="field-options">
    <xsl:variable name="field" select="."/>
    <xsl:for-each select="/page/*[name() = $field/@options]/*">
      <option value="{@id}">
        <xsl:if test="@id = $field/@value"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="@name"/>
      </option>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="field-help">
    <xsl:variable name="help" select="pk:optional('help.', ../@name, '.', @name)"/>
    <xsl:if test="string($help) or @type = 'lines' or @type = 'date' or @type = 'time' or @type = 'integer' and @maximum">
      <p class="pk-help" id="help-{@name}" data-field="description">
        <xsl:value-of select="$help"/>
        <xsl:if test="string($help)"><xsl:text> </xsl:text></xsl:if>
        <xsl:choose>
          <xsl:when test="@type = 'lines' and @maximum">[[form.maximum_letters]]</xsl:when>
          <xsl:when test="@type = 'integer' and @minimum and @maximum">[[form.between]]</xsl:when>
          <xsl:when test="@type = 'date'">[[form.date_like]]</xsl:when>
          <xsl:when test="@type = 'time'">[[form.time_like]]</xsl:when>
        </xsl:choose>
      </p>
    </xsl:if>
  </xsl:template>
  <xsl:template name="field-error">
    <xsl:if test="@error">
      <p class="ds-validation-message" id="error-{@name}"><xsl:value-of select="pk:label(@error)"/></p>
    </xsl:if>
  </xsl:template>

  <!-- Attributes of the input: called directly inside it. -->
  <xsl:template name="field-state" pk:plain="yes">
    <xsl:if test="@required"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
    <xsl:call-template name="field-described"/>
  </xsl:template>
  <xsl:template name="field-described" pk:plain="yes">
    <xsl:variable name="help" select="pk:optional('help.', ../@name, '.', @name) != '' or @type = 'lines' or @type = 'date' or @type = 'time' or @type = 'integer' and @maximum"/>
    <xsl:if test="@error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:choose>
      <xsl:when test="@error and $help">
        <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', @name, ' help-', @name)"/></xsl:attribute>
      </xsl:when>
      <xsl:when test="@error">
        <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('error-', @name)"/></xsl:attribute>
      </xsl:when>
      <xsl:when test="$help">
        <xsl:attribute name="aria-describedby"><xsl:value-of select="concat('help-', @name)"/></xsl:attribute>
      </xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="field-class" pk:plain="yes">
    <xsl:text>ds-input </xsl:text>
    <xsl:choose>
      <xsl:when test="@type = 'integer' or @type = 'decimal' or @type = 'time'">pk-short</xsl:when>
      <xsl:when test="@type = 'date' or @maximum &lt;= 40">pk-date</xsl:when>
      <xsl:otherwise>pk-medium</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="field-type" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="@type = 'email' or @type = 'password'"><xsl:value-of select="@type"/></xsl:when>
      <xsl:otherwise>text</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- Only about the viewer: signing in and the own profile; other people's data are nobody's to fill in by themselves. -->
  <xsl:template name="field-autocomplete" pk:plain="yes">
    <xsl:choose>
      <xsl:when test="(../@name = 'sign_in' or ../@name = 'email' or ../@name = 'password_forgotten') and @type = 'email'"><xsl:attribute name="autocomplete">username</xsl:attribute></xsl:when>
      <xsl:when test="@type = 'password' and (@name = 'new' or @name = 'repeat')"><xsl:attribute name="autocomplete">new-password</xsl:attribute></xsl:when>
      <xsl:when test="@type = 'password'"><xsl:attribute name="autocomplete">current-password</xsl:attribute></xsl:when>
      <xsl:when test="../@name = 'profile' and @type = 'email'"><xsl:attribute name="autocomplete">email</xsl:attribute></xsl:when>
      <xsl:when test="../@name = 'profile' and @name = 'phone'"><xsl:attribute name="autocomplete">tel</xsl:attribute></xsl:when>
      <xsl:when test="../@name = 'profile' and @name = 'given_name'"><xsl:attribute name="autocomplete">given-name</xsl:attribute></xsl:when>
      <xsl:when test="../@name = 'profile' and @name = 'family_name'"><xsl:attribute name="autocomplete">family-name</xsl:attribute></xsl:when>
      <xsl:otherwise><xsl:attribute name="autocomplete">off</xsl:attribute></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
