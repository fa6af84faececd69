<?xml version="1.0" encoding="UTF-8"?>
<!-- What the pages of studies share. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <!-- The page's block `modules`; `rights/@edit-modules` lets them be changed. -->
  <xsl:template name="modules">
    <xsl:if test="modules/module or rights/@edit-modules = 1">
      <section class="pk-section" aria-labelledby="modules">
        <div class="pk-section-head"><h2 class="ds-heading" id="modules">[[course.modules]]</h2><xsl:if test="rights/@edit-modules = 1"><a class="ds-link" href="/courses/{course/@id}/modules/new">[[module.new]]</a></xsl:if></div>
        <xsl:choose>
          <xsl:when test="modules/module">
            <table class="ds-table pk-table">
              <thead><tr><th scope="col">[[column.module]]</th><th scope="col" class="pk-number">[[column.credits]]</th><th scope="col">[[column.scale]]</th><xsl:if test="rights/@edit-modules = 1"><td></td></xsl:if></tr></thead>
              <tbody><xsl:apply-templates select="modules/module" mode="module"/></tbody>
            </table>
          </xsl:when>
          <xsl:otherwise><p class="pk-quiet">[[modules.none]]</p></xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="module" mode="module">
    <tr>
      <th scope="row" data-label="[[column.module]]">
        <xsl:value-of select="@code"/><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@name"/></span>
        <xsl:if test="@closed = 1"><xsl:text> </xsl:text><span class="ds-tag pk-tag" data-color="neutral">[[module.closed]]</span></xsl:if>
      </th>
      <td data-label="[[column.credits]]" class="pk-number"><xsl:value-of select="@credits-text"/></td>
      <td data-label="[[column.scale]]"><a class="ds-link" href="/scales/{@scale}"><xsl:value-of select="@scale-name"/></a><xsl:if test="@grades != @scale-name"><span class="pk-sub"><xsl:text> </xsl:text><xsl:value-of select="@grades"/></span></xsl:if></td>
      <xsl:if test="/page/rights/@edit-modules = 1"><td><a class="ds-link" href="/modules/{@id}/edit">[[word.edit]]<span class="ds-sr-only">: <xsl:value-of select="@code"/></span></a></td></xsl:if>
    </tr>
  </xsl:template>

  <!-- What goes before a page about one course instance. -->
  <xsl:template name="instance-trail">
    <li><a class="ds-link" href="/programmes">[[nav.programmes]]</a></li>
    <li><a class="ds-link" href="/courses/{instance/@course}"><xsl:value-of select="instance/@course-name"/></a></li>
    <li><a class="ds-link" href="/instances/{instance/@id}"><xsl:value-of select="instance/@code"/></a></li>
  </xsl:template>
</xsl:stylesheet>
