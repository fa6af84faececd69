<?xml version="1.0" encoding="UTF-8"?>
<!-- Who reads a course instance, for the institution's staff. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/studies.xsl"/>

  <xsl:template match="page" mode="title">[[course_students.title]]</xsl:template>
  <xsl:template match="page" mode="trail"><xsl:call-template name="instance-trail"/></xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead"><xsl:value-of select="instance/@course-code"/><xsl:text> </xsl:text><xsl:value-of select="instance/@course-name"/><xsl:text> · </xsl:text><xsl:apply-templates select="instance" mode="when"/></p></xsl:template>
  <xsl:template match="instance" mode="when"><xsl:call-template name="period"/></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="rights/@edit-students = 1">
      <a class="ds-button" href="/instances/{instance/@id}/students/new">[[course_students.new]]</a>
      <xsl:if test="counts/@registered &gt; 0"><a class="ds-button" data-variant="secondary" href="/instances/{instance/@id}/students/end">[[course_students.end]]</a></xsl:if>
    </xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="students" mode="list"/>
    <xsl:if test="history/event"><xsl:apply-templates select="history" mode="history"/></xsl:if>
  </xsl:template>
  <xsl:template match="counts[@registered = 0 and @ended = 0]"/>
  <xsl:template match="counts">
    <ul class="pk-counts">
      <li><a href="/instances/{../instance/@id}/students?state=registered"><strong><xsl:value-of select="@registered"/></strong><span>[[course_students.registered]]</span></a></li>
      <xsl:if test="@ended &gt; 0"><li><a href="/instances/{../instance/@id}/students?state=withdrawn"><strong><xsl:value-of select="@ended"/></strong><span>[[course_students.ended]]</span></a></li></xsl:if>
    </ul>
  </xsl:template>
  <xsl:template match="students" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'registered withdrawn'"/>
      <xsl:with-param name="prefix" select="'reading.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="students" mode="empty">
    <p>[[course_students.empty]]</p>
    <xsl:if test="/page/rights/@edit-students = 1"><p><a class="ds-button" href="/instances/{/page/instance/@id}/students/new">[[course_students.new]]</a></p></xsl:if>
  </xsl:template>
  <xsl:template match="students/column[@name = 'reading']"/>
  <xsl:template match="student" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><xsl:apply-templates select="." mode="name"/><xsl:apply-templates select="." mode="tags"/></th>
      <td data-label="[[column.email]]"><xsl:if test="@email"><a class="ds-link" href="mailto:{@email}"><xsl:value-of select="@email"/></a></xsl:if></td>
      <td data-label="[[column.programme]]"><xsl:value-of select="@programme-name"/></td>
      <td data-label="[[column.cohort]]"><xsl:if test="@cohort"><xsl:call-template name="term"><xsl:with-param name="term" select="@cohort"/></xsl:call-template></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="student" mode="name"><xsl:value-of select="@name"/></xsl:template>
  <xsl:template match="student[not(@name)]" mode="name"><span class="pk-quiet">[[registration.protected]]</span></xsl:template>
  <xsl:template match="student" mode="tags">
    <xsl:if test="@reading = 'withdrawn'"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[reading.withdrawn]]</span></xsl:if>
    <xsl:if test="@protected = 1 and @name"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="warning">[[person.protected]]</span></xsl:if>
  </xsl:template>
</xsl:stylesheet>
