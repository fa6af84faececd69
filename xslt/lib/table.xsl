<?xml version="1.0" encoding="UTF-8"?>
<!-- A list block of a query file as search, filters, table, pager. <xsl:apply-templates select="orders" mode="list"/>; the page gives
     match="order" mode="row" (one <tr>, each <td> with data-label, the narrow screen's head), and may give for the list
     element: mode="filters" (selects for its filters: filter-words, filter-rows; it then draws all the list has),
     mode="empty" (what to do when there is nothing yet). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                exclude-result-prefixes="pk">

  <xsl:template match="*" mode="list">
    <div class="pk-list">
      <form class="pk-search" method="get" action="{/page/@path}" role="search">
        <xsl:apply-templates select="@sort" mode="carried"/>
        <div class="ds-field pk-search-text">
          <label for="q">[[list.search]]</label>
          <input class="ds-input" type="search" id="q" name="q" value="{@q}" autocomplete="off"/>
        </div>
        <xsl:apply-templates select="." mode="filters"/>
        <button class="ds-button" data-variant="secondary" type="submit"><span class="pk-icon pk-icon-search" aria-hidden="true"></span>[[list.show]]</button>
        <xsl:if test="@q != '' or filter[@value != '']">
          <a class="ds-button" data-variant="tertiary" href="{/page/@path}">[[list.clear]]</a>
        </xsl:if>
      </form>
      <xsl:choose>
        <xsl:when test="@total &gt; 0"><xsl:apply-templates select="." mode="list-table"/></xsl:when>
        <xsl:when test="@q != '' or filter[@value != '']">
          <div class="pk-empty" role="status"><p>[[list.nothing_found]]</p><p><a class="ds-link" href="{/page/@path}">[[list.clear]]</a></p></div>
        </xsl:when>
        <xsl:otherwise><div class="pk-empty" role="status"><xsl:apply-templates select="." mode="empty"/></div></xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The chosen order goes along with a search; an order that nobody chose stays out of the address. -->
  <xsl:template match="@sort" mode="carried">
    <xsl:if test="contains(concat('&amp;', /page/@query), '&amp;sort=') or contains(concat('&amp;', /page/@query), '&amp;down=')">
      <input type="hidden" name="sort" value="{.}"/>
      <xsl:choose>
        <xsl:when test="../@down = 1"><input type="hidden" name="down" value="1"/></xsl:when>
        <xsl:otherwise><input type="hidden" name="down" value="0"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="list-table">
    <div class="pk-list-top">
      <p class="pk-total" role="status">[[list.range]]</p>
      <xsl:call-template name="files"/>
    </div>
    <table class="ds-table pk-table" data-hover="data-hover">
      <caption class="ds-sr-only"><xsl:apply-templates select="/page" mode="title"/></caption>
      <thead><tr><xsl:apply-templates select="column"/></tr></thead>
      <tbody><xsl:apply-templates select="*[not(self::column or self::filter or self::pager)]" mode="row"/></tbody>
    </table>
    <xsl:apply-templates select="pager"/>
  </xsl:template>

  <!-- The whole list as a file, on the list element. -->
  <xsl:template name="files">
    <p class="pk-files">
      <span class="pk-icon pk-icon-download" aria-hidden="true"></span>
      <span>[[list.download]]</span>
      <a class="ds-link" href="{@xlsx}" aria-label="[[list.xlsx_file]]">[[list.xlsx]]</a>
      <a class="ds-link" href="{@ods}" aria-label="[[list.ods_file]]">[[list.ods]]</a>
      <a class="ds-link" href="{@csv}" aria-label="[[list.csv_file]]">[[list.csv]]</a>
    </p>
  </xsl:template>

  <!-- What was asked for, in words, for a spreadsheet (layout.xsl): a row each. The templates of filters write it instead of a field. -->
  <xsl:template match="*" mode="asked">
    <xsl:if test="@q != ''"><tr><th>[[list.search]]</th><td><xsl:value-of select="@q"/></td></tr></xsl:if>
    <xsl:apply-templates select="." mode="filters"/>
  </xsl:template>
  <xsl:template name="asked-word">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:if test="$value != ''"><tr><th><xsl:value-of select="pk:label('column.', $name)"/></th><td><xsl:value-of select="$value"/></td></tr></xsl:if>
  </xsl:template>
  <!-- Carried along unseen: said when it is a day, or a row that the page knows the name of. -->
  <xsl:template match="page[@only = 'words']/*/filter" priority="2">
    <xsl:variable name="filter" select="."/>
    <xsl:for-each select="/page/*[local-name() = concat($filter/@name, 's')]/*[@id = $filter/@value]">
      <tr><th><xsl:value-of select="pk:label('column.', $filter/@name)"/></th><td><xsl:value-of select="@name"/></td></tr>
    </xsl:for-each>
    <xsl:if test="(@name = 'from' or @name = 'to') and @value != ''">
      <tr><th><xsl:value-of select="pk:label('sheet.', @name)"/></th><td><xsl:value-of select="@value"/></td></tr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="column">
    <th scope="col" class="pk-column-{@name}">[[column.{@name}]]</th>
  </xsl:template>
  <xsl:template match="column[@href]">
    <th scope="col" class="pk-column-{@name}"><a class="pk-sort" href="{@href}">[[column.{@name}]]</a></th>
  </xsl:template>
  <xsl:template match="column[@href and @sorted = 'up']">
    <th scope="col" class="pk-column-{@name}" aria-sort="ascending"><a class="pk-sort" href="{@href}">[[column.{@name}]]<span class="pk-icon pk-icon-up" aria-hidden="true"></span></a></th>
  </xsl:template>
  <xsl:template match="column[@href and @sorted = 'down']">
    <th scope="col" class="pk-column-{@name}" aria-sort="descending"><a class="pk-sort" href="{@href}">[[column.{@name}]]<span class="pk-icon pk-icon-down" aria-hidden="true"></span></a></th>
  </xsl:template>

  <xsl:template match="pager">
    <nav class="pk-pager" aria-label="[[list.pages]]">
      <ul>
        <xsl:if test="@first"><li><a class="ds-button" data-variant="tertiary" href="{@first}">[[list.first]]</a></li></xsl:if>
        <xsl:if test="@previous"><li><a class="ds-button" data-variant="tertiary" rel="prev" href="{@previous}">[[list.previous]]</a></li></xsl:if>
        <li class="pk-pager-here">[[list.page_of]]</li>
        <xsl:if test="@next"><li><a class="ds-button" data-variant="tertiary" rel="next" href="{@next}">[[list.next]]</a></li></xsl:if>
        <xsl:if test="@last"><li><a class="ds-button" data-variant="tertiary" href="{@last}">[[list.last]]</a></li></xsl:if>
      </ul>
    </nav>
  </xsl:template>
  <xsl:template match="pager[not(@*)]"/>

  <!-- Without selects of its own a list carries its filters along. -->
  <xsl:template match="*" mode="filters"><xsl:apply-templates select="filter"/></xsl:template>
  <xsl:template match="filter"><input type="hidden" name="{@name}" value="{@value}"/></xsl:template>

  <xsl:template match="*" mode="empty"><p>[[list.empty]]</p></xsl:template>

  <!-- A select among words with labels. On the list element. name: the parameter, also column.<name> its label. values: words
       with a space between. prefix: of their labels, such as 'state.'. -->
  <xsl:template name="filter-words">
    <xsl:param name="name"/>
    <xsl:param name="values"/>
    <xsl:param name="prefix"/>
    <xsl:choose>
      <xsl:when test="/page/@only = 'words'">
        <xsl:if test="contains(concat(' ', $values, ' '), concat(' ', filter[@name = $name]/@value, ' '))">
          <xsl:call-template name="asked-word">
            <xsl:with-param name="name" select="$name"/>
            <xsl:with-param name="value" select="pk:optional($prefix, filter[@name = $name]/@value)"/>
          </xsl:call-template>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-field">
          <label for="filter-{$name}"><xsl:value-of select="pk:label('column.', $name)"/></label>
          <select class="ds-input" id="filter-{$name}" name="{$name}">
            <option value="">[[list.all]]</option>
            <xsl:call-template name="filter-word">
              <xsl:with-param name="values" select="concat($values, ' ')"/>
              <xsl:with-param name="prefix" select="$prefix"/>
              <xsl:with-param name="chosen" select="filter[@name = $name]/@value"/>
            </xsl:call-template>
          </select>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="filter-word">
    <xsl:param name="values"/>
    <xsl:param name="prefix"/>
    <xsl:param name="chosen"/>
    <xsl:variable name="value" select="substring-before($values, ' ')"/>
    <xsl:if test="$value != ''">
      <option value="{$value}">
        <xsl:if test="$value = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
        <xsl:value-of select="pk:label($prefix, $value)"/>
      </option>
      <xsl:call-template name="filter-word">
        <xsl:with-param name="values" select="substring-after($values, ' ')"/>
        <xsl:with-param name="prefix" select="$prefix"/>
        <xsl:with-param name="chosen" select="$chosen"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A select among rows with @id and @name: `<xsl:with-param name="rows" select="/page/sites/site"/>`. -->
  <xsl:template name="filter-rows">
    <xsl:param name="name"/>
    <xsl:param name="rows"/>
    <xsl:variable name="chosen" select="filter[@name = $name]/@value"/>
    <xsl:choose>
      <xsl:when test="/page/@only = 'words'">
        <xsl:call-template name="asked-word">
          <xsl:with-param name="name" select="$name"/>
          <xsl:with-param name="value" select="$rows[@id = $chosen]/@name"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-field">
          <label for="filter-{$name}"><xsl:value-of select="pk:label('column.', $name)"/></label>
          <select class="ds-input" id="filter-{$name}" name="{$name}">
            <option value="">[[list.all]]</option>
            <xsl:for-each select="$rows">
              <option value="{@id}">
                <xsl:if test="@id = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:value-of select="@name"/>
              </option>
            </xsl:for-each>
          </select>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A select among terms: rows with @term. -->
  <xsl:template name="filter-terms">
    <xsl:param name="rows"/>
    <xsl:variable name="chosen" select="filter[@name = 'term']/@value"/>
    <xsl:choose>
      <xsl:when test="/page/@only = 'words'">
        <xsl:for-each select="$rows[@term = $chosen]">
          <tr><th>[[column.term]]</th><td><xsl:call-template name="term"/></td></tr>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <div class="ds-field">
          <label for="filter-term">[[column.term]]</label>
          <select class="ds-input" id="filter-term" name="term">
            <option value="">[[list.all]]</option>
            <xsl:for-each select="$rows">
              <option value="{@term}">
                <xsl:if test="@term = $chosen"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                <xsl:call-template name="term"/>
              </option>
            </xsl:for-each>
          </select>
        </div>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
