<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum"
                xmlns:exsl="http://exslt.org/common" exclude-result-prefixes="exsl">
  <xsl:import href="../layout.xsl"/>
  <xsl:key name="thing" match="thing" use="@id"/>
  <xsl:variable name="global"><b>kept <xsl:value-of select="/page/things/@kind"/></b></xsl:variable>

  <xsl:template match="page" mode="title">[[page.title]]</xsl:template>
  <xsl:template match="page" mode="content">
    <p title="[[page.title]]: {@path}" class="a{{b}}c">[[page.title]] [[state.sent]]</p>
    <xsl:apply-templates select="things/thing"/>
    <xsl:apply-templates select="things/thing" mode="attributes"/>
    <xsl:apply-templates select="things/thing" mode="addresses"/>
    <xsl:apply-templates select="things/thing" mode="imported"/>
    <xsl:apply-templates select="things/@kind" mode="bare"/>
    <div><xsl:copy-of select="$global"/><xsl:copy-of select="exsl:node-set($global)/b/text()"/></div>
    <ul>
      <xsl:for-each select="things/thing">
        <xsl:sort select="@name" order="descending"/>
        <li data-n="{position()}"><xsl:value-of select="position()"/> of <xsl:value-of select="last()"/>: <xsl:value-of select="current()/@name"/>
          <xsl:if test="position() != last()">, </xsl:if></li>
      </xsl:for-each>
    </ul>
    <svg viewBox="0 0 10 10" role="img"><path d="M0 0L{count(things/thing)} 9"/><text x="1">a &lt; b</text></svg>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><xsl:for-each select="things/thing"><circle r="{@places}"/></xsl:for-each></svg>
    <xsl:element name="h{count(things) + 1}">computed<xsl:apply-templates select="things/thing[1]" mode="imported"/></xsl:element>
    <p>a<xsl:comment># fixed "text" &lt;b&gt; </xsl:comment>b</p>
    <table><tbody><tr><td/></tr></tbody></table>
    <pre>  two
  lines </pre>
    <textarea name="t"><xsl:value-of select="things"/></textarea>
    <xsl:number value="3" format="i"/>
    <p><xsl:value-of select="count(key('thing', '1'))"/>/<xsl:value-of select="sum(things/thing/@places)"/>/<xsl:value-of select="things/thing[2]/@missing"/>|</p>
    <p><xsl:for-each select="form/error">[[{@label}]], <xsl:value-of select="pk:label('', @label)"/>. </xsl:for-each></p>
    <p><xsl:if test="pk:optional('state.', 'nothing') = ''">no label</xsl:if> [[state.{@lang}]] <xsl:value-of select="pk:optional('state.', 'sent')"/></p>
  </xsl:template>

  <!-- The same variable in two elements, and text around them. -->
  <xsl:template match="thing">
    <section>
      <h2>[[greeting]]</h2>
      <div><xsl:variable name="x" select="@name"/>one <xsl:value-of select="$x"/></div>
      <div><xsl:variable name="x"><xsl:call-template name="shout"/></xsl:variable>two <xsl:value-of select="$x"/><br/><xsl:value-of select="string-length($x)"/></div>
      <p>[[places#@places]] – [[state.{@state}]] – [[deep]]</p>
      <p><xsl:call-template name="shout"><xsl:with-param name="what">[[state.{@state}]]<xsl:text> </xsl:text>[[greeting]]</xsl:with-param></xsl:call-template></p>
      <xsl:call-template name="marked"/>
      <xsl:choose>
        <xsl:when test="@state = 'sent'"><b>sent</b></xsl:when>
        <xsl:when test="@state = 'draft'"><i>draft</i><hr/></xsl:when>
        <xsl:otherwise>none</xsl:otherwise>
      </xsl:choose>
      <input type="text" name="n-{@id}" value="{@name}" aria-label="[[greeting]] [[places#@places]]"/>
    </section>
  </xsl:template>

  <xsl:template match="thing" mode="attributes">
    <tr class="row">
      <xsl:if test="@loud"><xsl:attribute name="class">row loud</xsl:attribute></xsl:if>
      <xsl:call-template name="state-attributes"/>
      <td><xsl:value-of select="@name"/></td>
      <td><input type="checkbox" value="{@id}"><xsl:if test="@loud"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input></td>
      <td><p class="x"><xsl:if test="@loud"><xsl:attribute name="class">loud</xsl:attribute></xsl:if>replaced</p></td>
      <td><p><xsl:choose><xsl:when test="@state = 'sent'"><xsl:attribute name="class">sent [[state.sent]]</xsl:attribute></xsl:when><xsl:when test="@state = 'draft'"><xsl:attribute name="class"><xsl:value-of select="@name"/><xsl:text> "</xsl:text></xsl:attribute><xsl:if test="@places &gt; 1"><xsl:attribute name="title">{<xsl:value-of select="@places"/>}</xsl:attribute></xsl:if></xsl:when><xsl:otherwise/></xsl:choose><xsl:attribute name="lang"/><xsl:variable name="x" select="@id"/>x<xsl:value-of select="$x"/></p></td>
      <td><p><xsl:variable name="x" select="@id"/><xsl:attribute name="id">a-<xsl:value-of select="$x"/></xsl:attribute>x</p></td>
      <td><a class="y"><xsl:if test="@link"><xsl:attribute name="href"><xsl:value-of select="@link"/></xsl:attribute></xsl:if><xsl:if test="@loud"><b>loud</b></xsl:if></a></td>
      <td><p><xsl:if test="@loud"><xsl:attribute name="class">one</xsl:attribute></xsl:if><xsl:if test="@places"><xsl:attribute name="class">two</xsl:attribute></xsl:if></p></td>
      <td><a><xsl:attribute name="href">/things/<xsl:value-of select="@name"/></xsl:attribute>go</a></td>
    </tr>
  </xsl:template>

  <xsl:template match="thing" mode="addresses">
    <a href="/things/{@id}?q={@name}#x">a</a>
    <a href="{@link}">b</a>
    <a href="x{@link}">c</a>
    <a href="mailto:{@email}">d</a>
    <a href="{../@kind}{@link}">e</a>
    <img src="{@link}" alt=""/>
    <form action="{@link}" method="post"/>
    <a><xsl:attribute name="href"><xsl:value-of select="@link"/></xsl:attribute>f</a>
  </xsl:template>

  <xsl:template match="thing" mode="imported"><u><xsl:apply-imports/></u></xsl:template>
  <xsl:template match="@kind" mode="bare"><q><xsl:value-of select="."/>:<xsl:value-of select="../@kind"/>:<xsl:value-of select="@kind"/></q></xsl:template>
</xsl:stylesheet>
