<?xml version="1.0" encoding="UTF-8"?>
<!-- Who has a role in an activity: a site enters its own people, class by class; the institution sees who is missing where. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/ordering.xsl"/>

  <xsl:key name="role" match="roles/role[@site]" use="concat(@site, '|', @role, '|', @class)"/>
  <xsl:key name="contact" match="roles/role[@institution]" use="@role"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="activity/@name"/></xsl:template>
  <xsl:template match="page" mode="trail"><li><a class="ds-link" href="/calendar">[[nav.calendar]]</a></li></xsl:template>
  <xsl:template match="page" mode="lead"><xsl:apply-templates select="activity" mode="lead"/></xsl:template>
  <xsl:template match="page" mode="tabs"><xsl:call-template name="activity-tabs"><xsl:with-param name="here" select="'roles'"/></xsl:call-template></xsl:template>

  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="own/site"/>
    <xsl:call-template name="institution"/>
    <xsl:if test="activity/@inside = 1 or rights/@institution-side = 1"><xsl:call-template name="sites"/></xsl:if>
  </xsl:template>

  <!-- A site's own people. -->
  <xsl:template match="own/site">
    <section class="pk-section" aria-labelledby="site-{@id}">
      <h2 class="ds-heading" id="site-{@id}"><xsl:value-of select="@name"/></h2>
      <xsl:choose>
        <xsl:when test="@enter = 1 and not(@placement-order)"><p class="pk-quiet">[[roles.not_asked]]</p></xsl:when>
        <xsl:when test="@enter = 1"><p class="pk-quiet">[[roles.site_help]]</p></xsl:when>
      </xsl:choose>
      <xsl:choose>
        <xsl:when test="/page/classes/class">
          <xsl:apply-templates select="/page/classes/class"><xsl:with-param name="site" select="."/></xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="pair"><xsl:with-param name="site" select="."/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
  <xsl:template match="class">
    <xsl:param name="site"/>
    <h3 class="ds-heading pk-role-class"><xsl:text/>[[roles.class]]<xsl:text> </xsl:text><span class="pk-quiet"><xsl:call-template name="period"/></span></h3>
    <xsl:call-template name="pair">
      <xsl:with-param name="site" select="$site"/>
      <xsl:with-param name="class" select="@id"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template name="pair">
    <xsl:param name="site"/>
    <xsl:param name="class"/>
    <div class="pk-roles">
      <xsl:call-template name="people">
        <xsl:with-param name="role" select="'site_coordinator'"/>
        <xsl:with-param name="site" select="$site"/>
        <xsl:with-param name="class" select="$class"/>
      </xsl:call-template>
      <xsl:call-template name="people">
        <xsl:with-param name="role" select="'supervisor'"/>
        <xsl:with-param name="site" select="$site"/>
        <xsl:with-param name="class" select="$class"/>
      </xsl:call-template>
    </div>
  </xsl:template>
  <!-- Those with one role at a site in a class, and those with it in the whole activity. -->
  <xsl:template name="people">
    <xsl:param name="role"/>
    <xsl:param name="site"/>
    <xsl:param name="class"/>
    <xsl:variable name="some" select="key('role', concat($site/@id, '|', $role, '|', $class)) | key('role', concat($site/@id, '|', $role, '|'))"/>
    <div class="pk-role">
      <h4 class="ds-heading"><xsl:call-template name="role-name"><xsl:with-param name="role" select="$role"/></xsl:call-template></h4>
      <xsl:call-template name="role-can"><xsl:with-param name="role" select="$role"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="$some"><ul class="pk-role-people"><xsl:apply-templates select="$some" mode="person"/></ul></xsl:when>
        <xsl:otherwise><p><span class="ds-tag pk-tag" data-color="warning">[[roles.nobody]]</span></p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="$site/@enter = 1 and $site/@placement-order and /page/activity[@status != 'completed' and @status != 'cancelled']">
        <xsl:call-template name="add">
          <xsl:with-param name="address" select="concat('/orders/', $site/@placement-order, '/roles/new')"/>
          <xsl:with-param name="role" select="$role"/>
          <xsl:with-param name="class" select="$class"/>
        </xsl:call-template>
      </xsl:if>
    </div>
  </xsl:template>
  <xsl:template name="role-name">
    <xsl:param name="role"/>
    <xsl:choose>
      <xsl:when test="$role = 'site_coordinator'">[[roles.coordinator]]</xsl:when>
      <xsl:when test="$role = 'supervisor'">[[roles.supervisors]]</xsl:when>
      <xsl:when test="$role = 'lecturer'">[[roles.lecturers]]</xsl:when>
      <xsl:otherwise>[[role.institution_coordinator]]</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="role-can">
    <xsl:param name="role"/>
    <p class="pk-role-can">
      <xsl:choose>
        <xsl:when test="$role = 'site_coordinator'">[[role_can_activity.site_coordinator]]</xsl:when>
        <xsl:when test="$role = 'supervisor'">[[role_can_activity.supervisor]]</xsl:when>
        <xsl:when test="$role = 'lecturer'">[[role_can_activity.lecturer]]</xsl:when>
        <xsl:otherwise>[[role_can_activity.institution_coordinator]]</xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>
  <xsl:template name="add">
    <xsl:param name="address"/>
    <xsl:param name="role"/>
    <xsl:param name="class"/>
    <p>
      <a class="ds-button" data-variant="secondary">
        <xsl:attribute name="href"><xsl:value-of select="concat($address, '?role=', $role)"/><xsl:if test="$class"><xsl:value-of select="concat('&amp;class=', $class)"/></xsl:if></xsl:attribute>
        <xsl:choose>
          <xsl:when test="$role = 'site_coordinator'">[[roles.add_coordinator]]</xsl:when>
          <xsl:when test="$role = 'supervisor'">[[roles.add_supervisor]]</xsl:when>
          <xsl:when test="$role = 'lecturer'">[[roles.add_lecturer]]</xsl:when>
          <xsl:otherwise>[[roles.add_institution_coordinator]]</xsl:otherwise>
        </xsl:choose>
      </a>
    </p>
  </xsl:template>

  <!-- One person: how to reach them, which days, and what may be done about it. -->
  <xsl:template match="role" mode="person">
    <li>
      <p class="pk-role-name">
        <xsl:apply-templates select="." mode="name"/>
        <xsl:if test="@validity != 'valid'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-validity="{@validity}">[[validity.{@validity}]]</span></xsl:if>
      </p>
      <xsl:if test="@unit"><p class="pk-quiet"><xsl:value-of select="@unit"/></p></xsl:if>
      <xsl:apply-templates select="." mode="contact"/>
      <p class="pk-quiet"><xsl:if test="@institution and @class"><xsl:apply-templates select="." mode="class"/><xsl:text> · </xsl:text></xsl:if><xsl:apply-templates select="." mode="days"/><xsl:if test="@students-most"><xsl:text> · </xsl:text>[[roles.students_most#@students-most]]</xsl:if></p>
      <xsl:if test="@enter = 1">
        <p class="pk-buttons">
          <a class="ds-link" href="/roles/{@id}/edit">[[roles.edit_short]]<span class="ds-sr-only"> – <xsl:value-of select="@name"/></span></a>
          <a class="ds-link" href="/roles/{@id}/end">[[roles.end_short]]<span class="ds-sr-only"> – <xsl:value-of select="@name"/></span></a>
        </p>
      </xsl:if>
    </li>
  </xsl:template>
  <xsl:template match="role" mode="name"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="role[@person]" mode="name"><a class="ds-link" href="/people/{@person}"><xsl:value-of select="@name"/></a></xsl:template>
  <xsl:template match="role[not(@name)]" mode="name">[[roles.protected]]</xsl:template>
  <xsl:template match="*" mode="contact">
    <xsl:if test="@phone or @email">
      <p class="pk-role-contact">
        <xsl:if test="@phone"><a class="ds-link pk-nowrap" href="tel:{translate(@phone, ' ', '')}"><xsl:value-of select="@phone"/></a><xsl:text> </xsl:text></xsl:if>
        <xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if>
      </p>
    </xsl:if>
  </xsl:template>
  <xsl:template match="role[not(@valid-to)]" mode="days">[[grant.from]]</xsl:template>
  <xsl:template match="role[@valid-to]" mode="days"><time datetime="{@valid-from}"><xsl:value-of select="@valid-from-text"/></time>–<time datetime="{@valid-to}"><xsl:value-of select="@valid-to-text"/></time></xsl:template>
  <xsl:template match="role" mode="class"><xsl:variable name="id" select="@class"/><xsl:for-each select="/page/classes/class[@id = $id]">[[roles.class]]</xsl:for-each></xsl:template>

  <!-- Whom a site speaks to at the institution. -->
  <xsl:template name="institution">
    <section class="pk-section" aria-labelledby="institution">
      <h2 class="ds-heading" id="institution"><xsl:value-of select="activity/@institution-name"/></h2>
      <xsl:if test="rights/@site-side = 1"><p class="pk-quiet">[[roles.speak_first]]</p></xsl:if>
      <div class="pk-roles">
        <xsl:call-template name="contacts"><xsl:with-param name="role" select="'institution_coordinator'"/></xsl:call-template>
        <xsl:call-template name="contacts"><xsl:with-param name="role" select="'lecturer'"/></xsl:call-template>
      </div>
    </section>
  </xsl:template>
  <xsl:template name="contacts">
    <xsl:param name="role"/>
    <div class="pk-role">
      <h3 class="ds-heading"><xsl:call-template name="role-name"><xsl:with-param name="role" select="$role"/></xsl:call-template></h3>
      <xsl:call-template name="role-can"><xsl:with-param name="role" select="$role"/></xsl:call-template>
      <xsl:choose>
        <xsl:when test="key('contact', $role)"><ul class="pk-role-people"><xsl:apply-templates select="key('contact', $role)" mode="person"/></ul></xsl:when>
        <xsl:when test="$role = 'institution_coordinator' and general/contact">
          <xsl:choose>
            <xsl:when test="activity/@inside = 1"><p class="pk-quiet">[[roles.general_seen]]</p></xsl:when>
            <xsl:otherwise><p class="pk-quiet">[[roles.general]]</p></xsl:otherwise>
          </xsl:choose>
          <ul class="pk-role-people"><xsl:apply-templates select="general/contact"/></ul>
        </xsl:when>
        <xsl:otherwise><p class="pk-quiet">[[roles.none_yet]]</p></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="rights/@enter-roles = 1 and activity[@status != 'completed' and @status != 'cancelled']">
        <xsl:call-template name="add">
          <xsl:with-param name="address" select="concat('/activities/', activity/@id, '/roles/new')"/>
          <xsl:with-param name="role" select="$role"/>
        </xsl:call-template>
      </xsl:if>
    </div>
  </xsl:template>
  <xsl:template match="contact"><li><p class="pk-role-name"><xsl:value-of select="@name"/></p><xsl:apply-templates select="." mode="contact"/></li></xsl:template>

  <!-- What the institution must see before start: where nobody has been entered. -->
  <xsl:template name="sites">
    <section class="pk-section" aria-labelledby="sites">
      <h2 class="ds-heading" id="sites">[[roles.sites]]</h2>
      <xsl:apply-templates select="missing[@sites &gt; 0]"/>
      <xsl:apply-templates select="parts" mode="list"/>
    </section>
  </xsl:template>
  <xsl:template match="missing[@no-coordinator = 0 and @no-supervisor = 0]"><p class="pk-quiet">[[roles.all_entered#@sites]]</p></xsl:template>
  <xsl:template match="missing">
    <ul class="pk-todo">
      <xsl:if test="@no-coordinator &gt; 0"><li><a href="/activities/{../activity/@id}/roles?state=no_coordinator"><span class="pk-todo-what">[[roles.no_coordinator#@no-coordinator]]</span></a></li></xsl:if>
      <xsl:if test="@no-supervisor &gt; 0"><li><a href="/activities/{../activity/@id}/roles?state=no_supervisor"><span class="pk-todo-what">[[roles.no_supervisor#@no-supervisor]]</span></a></li></xsl:if>
    </ul>
  </xsl:template>
  <xsl:template match="parts" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'no_coordinator no_supervisor complete'"/>
      <xsl:with-param name="prefix" select="'role_state.'"/>
    </xsl:call-template>
    <xsl:if test="/page/classes/class">
      <xsl:call-template name="filter-rows">
        <xsl:with-param name="name" select="'class'"/>
        <xsl:with-param name="rows" select="/page/classes/class"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
  <xsl:template match="parts" mode="empty"><p>[[roles.no_sites]]</p></xsl:template>
  <xsl:template match="part" mode="row">
    <tr>
      <th scope="row" data-label="[[column.site]]"><a class="ds-link" href="/sites/{@site-id}"><xsl:value-of select="@site"/></a></th>
      <td data-label="[[column.class]]"><xsl:value-of select="@class"/></td>
      <td data-label="[[column.coordinators]]"><xsl:call-template name="cell"><xsl:with-param name="role" select="'site_coordinator'"/></xsl:call-template></td>
      <td data-label="[[column.supervisors]]"><xsl:call-template name="cell"><xsl:with-param name="role" select="'supervisor'"/></xsl:call-template></td>
      <td data-label="[[column.places_confirmed]]" class="pk-number"><xsl:value-of select="@places-confirmed"/></td>
    </tr>
  </xsl:template>
  <xsl:template name="cell">
    <xsl:param name="role"/>
    <xsl:variable name="some" select="key('role', concat(@site-id, '|', $role, '|', @class-id)) | key('role', concat(@site-id, '|', $role, '|'))"/>
    <xsl:choose>
      <xsl:when test="$some"><ul class="pk-role-cell"><xsl:apply-templates select="$some" mode="cell"/></ul></xsl:when>
      <xsl:otherwise><span class="ds-tag pk-tag" data-color="warning">[[roles.nobody]]</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="role" mode="cell">
    <li><xsl:apply-templates select="." mode="name"/><xsl:apply-templates select="." mode="contact"/></li>
  </xsl:template>
</xsl:stylesheet>
