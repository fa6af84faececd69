<?xml version="1.0" encoding="UTF-8"?>
<!-- What happened, from the page's blocks `history` (events) and `changes` (their values, by @event). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">
  <xsl:key name="changes" match="changes/change | stale/change" use="@event"/>

  <!-- A section with a heading: <xsl:apply-templates select="history" mode="history"/> -->
  <xsl:template match="history" mode="history">
    <section class="pk-section pk-history-section" aria-labelledby="history">
      <h2 class="ds-heading" id="history">[[history.title]]</h2>
      <xsl:call-template name="history"/>
      <xsl:if test="../rights/@as-of = 1">
        <form class="pk-as-of" method="get" action="{../@path}">
          <label for="as-of">[[history.as_of]]</label>
          <input class="ds-input pk-date" id="as-of" name="as-of" inputmode="numeric" value="{../@as-of-text}"/>
          <button class="ds-button" data-variant="secondary" type="submit">[[list.show]]</button>
        </form>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- The list alone, of the event children of the context node, in their order. -->
  <xsl:template name="history">
    <xsl:choose>
      <xsl:when test="event">
        <ol class="pk-history"><xsl:apply-templates select="event" mode="history"/></ol>
      </xsl:when>
      <xsl:otherwise><p class="pk-quiet">[[history.none]]</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="event" mode="history">
    <li>
      <p class="pk-history-what">[[event.{@kind}]]</p>
      <p class="pk-history-who">
        <xsl:choose>
          <xsl:when test="/page/rights/@as-of = 1 and @kept = 1">
            <a class="ds-link" href="{/page/@path}?as-of={substring(@at, 1, 19)}" title="[[history.as_of_then]]"><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></a>
          </xsl:when>
          <xsl:otherwise><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></xsl:otherwise>
        </xsl:choose>
        <xsl:text> · </xsl:text>
        <xsl:choose>
          <xsl:when test="@person-name"><xsl:value-of select="@person-name"/></xsl:when>
          <xsl:when test="@withheld = 1">[[history.protected]]</xsl:when>
          <xsl:otherwise>[[history.system]]</xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="key('changes', @id)">
        <ul class="pk-changes"><xsl:apply-templates select="key('changes', @id)" mode="history"/></ul>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="change" mode="history">
    <li>
      <span class="pk-change-field">
        <xsl:call-template name="history-field"/>
        <xsl:if test="@subject">
          <xsl:text> – </xsl:text>
          <xsl:value-of select="@subject"/>
        </xsl:if>
      </span>
      <xsl:text>: </xsl:text>
      <xsl:choose>
        <xsl:when test="@old-value and @new-value">
          <del><xsl:call-template name="history-value"><xsl:with-param name="value" select="@old-value"/></xsl:call-template></del>
          <span class="pk-change-arrow" aria-hidden="true"> → </span>
          <ins><xsl:call-template name="history-value"><xsl:with-param name="value" select="@new-value"/></xsl:call-template></ins>
        </xsl:when>
        <xsl:when test="@new-value">
          <ins><xsl:call-template name="history-value"><xsl:with-param name="value" select="@new-value"/></xsl:call-template></ins>
        </xsl:when>
        <xsl:otherwise>
          <del><xsl:call-template name="history-value"><xsl:with-param name="value" select="@old-value"/></xsl:call-template></del>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- What a change's field is called; its own name when it has no label. -->
  <xsl:template name="history-field" pk:plain="yes">
    <xsl:variable name="label" select="pk:optional('change.', @field)"/>
    <xsl:choose>
      <xsl:when test="string($label)"><xsl:value-of select="$label"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="@field"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A stored value as people read it: labels for states and the like, dates and times of day in the language's form, else as it is. -->
  <xsl:template name="history-value" pk:plain="yes">
    <xsl:param name="value"/>
    <xsl:variable name="label" select="pk:optional(@field, '.', $value)"/>
    <xsl:choose>
      <xsl:when test="string($label)"><xsl:value-of select="$label"/></xsl:when>
      <xsl:when test="string-length($value) = 10 and translate($value, '0123456789', '') = '--'">
        <xsl:call-template name="date"><xsl:with-param name="date" select="$value"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="string-length($value) = 5 and translate($value, '0123456789', '') = ':' and starts-with(/page/@lang, 'n')"><xsl:value-of select="translate($value, ':', '.')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
