<?xml version="1.0" encoding="UTF-8"?>
<!-- EMREX ELMO 1.7 (https://github.com/emrex-eu/elmo-schemas): what a student has passed, a report an institution. Blocks: learner, institutions, courses,
     results, scales (fragments elmo_*). A course with results of its modules is a "Module" of "Courses", ELMO's words for a group and for
     the smallest thing that earns credits. Identity numbers and birthdays are not told. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"
                xmlns:pk="urn:praktikum" exclude-result-prefixes="pk">
  <xsl:import href="text.xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:key name="courses" match="course" use="@institution"/>
  <xsl:key name="results" match="result" use="concat(@institution, ' ', @course)"/>
  <xsl:key name="grades" match="grade" use="concat(@institution, ' ', @scale)"/>

  <xsl:template match="/page">
    <elmo>
      <generatedDate><xsl:value-of select="@now"/></generatedDate>
      <xsl:apply-templates select="learner"/>
      <xsl:apply-templates select="institutions/institution"/>
    </elmo>
  </xsl:template>

  <xsl:template match="learner">
    <learner>
      <identifier type="local"><xsl:value-of select="@id"/></identifier>
      <xsl:if test="@student-number"><identifier type="studentNumber"><xsl:value-of select="@student-number"/></identifier></xsl:if>
      <givenNames><xsl:value-of select="@given-name"/></givenNames>
      <familyName><xsl:value-of select="@family-name"/></familyName>
    </learner>
  </xsl:template>

  <xsl:template match="institution">
    <report>
      <issuer>
        <country><xsl:value-of select="@country"/></country>
        <xsl:if test="@erasmus"><identifier type="erasmus"><xsl:value-of select="@erasmus"/></identifier></xsl:if>
        <xsl:if test="@schac"><identifier type="schac"><xsl:value-of select="@schac"/></identifier></xsl:if>
        <identifier type="local"><xsl:value-of select="@id"/></identifier>
        <title xml:lang="{@language}"><xsl:value-of select="@name"/></title>
        <url>
          <xsl:choose>
            <xsl:when test="@web"><xsl:value-of select="@web"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="/page/@base"/>/institutions/<xsl:value-of select="@id"/></xsl:otherwise>
          </xsl:choose>
        </url>
      </issuer>
      <xsl:apply-templates select="key('courses', @id)"><xsl:with-param name="language" select="@language"/></xsl:apply-templates>
      <issueDate><xsl:value-of select="/page/@now"/></issueDate>
      <xsl:apply-templates select="/page/scales/grade[@institution = current()/@id]" mode="scheme"/>
    </report>
  </xsl:template>

  <xsl:template match="course">
    <xsl:param name="language"/>
    <xsl:variable name="results" select="key('results', concat(@institution, ' ', @id))"/>
    <learningOpportunitySpecification>
      <identifier type="local"><xsl:value-of select="@code"/></identifier>
      <xsl:call-template name="titles"><xsl:with-param name="language" select="$language"/></xsl:call-template>
      <type><xsl:choose><xsl:when test="@modules = 1">Module</xsl:when><xsl:otherwise>Course</xsl:otherwise></xsl:choose></type>
      <specifies>
        <xsl:choose>
          <xsl:when test="$results[not(@module)]"><xsl:apply-templates select="$results[not(@module)]" mode="instance"/></xsl:when>
          <xsl:otherwise>
            <learningOpportunityInstance>
              <status><xsl:choose><xsl:when test="@complete = 1">passed</xsl:when><xsl:otherwise>in-progress</xsl:otherwise></xsl:choose></status>
            </learningOpportunityInstance>
          </xsl:otherwise>
        </xsl:choose>
      </specifies>
      <xsl:apply-templates select="$results[@module]" mode="part"><xsl:with-param name="language" select="$language"/></xsl:apply-templates>
    </learningOpportunitySpecification>
  </xsl:template>

  <xsl:template match="result" mode="part">
    <xsl:param name="language"/>
    <hasPart>
      <learningOpportunitySpecification>
        <identifier type="local"><xsl:value-of select="../../courses/course[@id = current()/@course]/@code"/>/<xsl:value-of select="@code"/></identifier>
        <xsl:call-template name="titles"><xsl:with-param name="language" select="$language"/></xsl:call-template>
        <type>Course</type>
        <specifies><xsl:apply-templates select="." mode="instance"/></specifies>
      </learningOpportunitySpecification>
    </hasPart>
  </xsl:template>

  <!-- In the language they were given in, and in English where there is a name. -->
  <xsl:template name="titles">
    <xsl:param name="language"/>
    <title xml:lang="{$language}"><xsl:value-of select="@name"/></title>
    <xsl:if test="@name-en"><title xml:lang="en"><xsl:value-of select="@name-en"/></title></xsl:if>
  </xsl:template>

  <xsl:template match="result" mode="instance">
    <xsl:variable name="year" select="substring(@term, 1, 4)"/>
    <learningOpportunityInstance>
      <identifier type="local"><xsl:value-of select="@id"/></identifier>
      <date><xsl:value-of select="@examined-on"/></date>
      <academicTerm>
        <title xml:lang="{/page/@lang}"><xsl:call-template name="term"/></title>
        <xsl:choose>
          <xsl:when test="substring(@term, 6) = '1'"><start><xsl:value-of select="$year"/>-01-01</start><end><xsl:value-of select="$year"/>-07-31</end></xsl:when>
          <xsl:otherwise><start><xsl:value-of select="$year"/>-08-01</start><end><xsl:value-of select="$year"/>-12-31</end></xsl:otherwise>
        </xsl:choose>
      </academicTerm>
      <status>passed</status>
      <gradingSchemeLocalId>scale-<xsl:value-of select="@scale"/></gradingSchemeLocalId>
      <resultLabel><xsl:value-of select="@grade"/></resultLabel>
      <xsl:if test="@credits"><credit><scheme>ects</scheme><value><xsl:value-of select="@credits"/></value></credit></xsl:if>
    </learningOpportunityInstance>
  </xsl:template>

  <!-- A scale by its first, best grade; the others are told in its description. -->
  <xsl:template match="grade" mode="scheme"/>
  <xsl:template match="grade[not(@scale = preceding-sibling::grade[1]/@scale and @institution = preceding-sibling::grade[1]/@institution)]" mode="scheme">
    <xsl:variable name="grades" select="key('grades', concat(@institution, ' ', @scale))"/>
    <gradingScheme localId="scale-{@scale}">
      <description xml:lang="{/page/@lang}">[[elmo.passed]] <xsl:apply-templates select="$grades[@passed = 1]" mode="symbol"/>. [[elmo.failed]] <xsl:apply-templates select="$grades[@passed = 0]" mode="symbol"/>.</description>
    </gradingScheme>
  </xsl:template>
  <xsl:template match="grade" mode="symbol"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="@grade"/></xsl:template>
</xsl:stylesheet>
