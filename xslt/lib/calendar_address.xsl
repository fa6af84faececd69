<?xml version="1.0" encoding="UTF-8"?>
<!-- The address of a calendar, and what one does with it. The page gives mode="calendar-path" of its link: the path of the calendar. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:template match="link">
    <div class="ds-field pk-field pk-address">
      <label for="calendar-address">[[calendars.address]]</label>
      <input class="ds-input" id="calendar-address" type="url" readonly="readonly" aria-describedby="calendar-help">
        <xsl:attribute name="value"><xsl:value-of select="@base"/><xsl:apply-templates select="." mode="calendar-path"/>.ics?key=<xsl:value-of select="@key"/></xsl:attribute>
      </input>
      <p class="pk-quiet" id="calendar-help">
        <xsl:choose>
          <xsl:when test="../address/@last-used-at">[[calendars.used]]</xsl:when>
          <xsl:otherwise>[[calendars.never_used]]</xsl:otherwise>
        </xsl:choose>
      </p>
    </div>
    <ol class="ds-list">
      <li>[[calendars.how_copy]]</li>
      <li>[[calendars.how_add]]</li>
      <li>[[calendars.how_wait]]</li>
    </ol>
  </xsl:template>

  <!-- One button: the first address, or another in its place. -->
  <xsl:template match="form[@name = 'calendar_new']" mode="buttons">
    <xsl:choose>
      <xsl:when test="/page/address">
        <button class="ds-button" data-variant="secondary" type="submit">[[calendars.make_new]]</button>
        <a class="ds-button" data-variant="tertiary" data-color="danger" href="/profile/calendars/{/page/address/@id}/end">[[calendars.end]]</a>
      </xsl:when>
      <xsl:otherwise><button class="ds-button" type="submit">[[submit.calendar_new]]</button></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="calendar-address">
    <div class="pk-prose">
      <xsl:apply-templates select="link"/>
      <xsl:if test="address"><p class="pk-quiet">[[calendars.make_new_help]]</p></xsl:if>
      <xsl:apply-templates select="form"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
