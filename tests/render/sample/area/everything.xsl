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
    <xsl:apply-templates select="things/thing" mode="tests"/>
    <xsl:apply-templates select="things" mode="tests-of-list"/>
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

  <xsl:template match="things" mode="tests-of-list">
    <p><xsl:if test="thing/@places = 2">a</xsl:if><xsl:if test="thing/@places != 2">b</xsl:if><xsl:if test="thing/@nothing">c</xsl:if><xsl:if test="thing/@name = thing/@state">d</xsl:if><xsl:if test="not(thing/@places &gt; 2)">e</xsl:if><xsl:value-of select="thing/@name"/>/<xsl:value-of select="thing/@loud"/>/<xsl:value-of select="/page/things/thing/@link"/></p>
  </xsl:template>
  <xsl:template match="thing" mode="tests">
    <p><xsl:if test="@name"><b>0</b></xsl:if>
      <xsl:if test="not(@name)"><b>1</b></xsl:if>
      <xsl:if test="@nothing"><b>2</b></xsl:if>
      <xsl:if test="not(@nothing)"><b>3</b></xsl:if>
      <xsl:if test="@name = ''"><b>4</b></xsl:if>
      <xsl:if test="@name != ''"><b>5</b></xsl:if>
      <xsl:if test="@nothing = ''"><b>6</b></xsl:if>
      <xsl:if test="@nothing != ''"><b>7</b></xsl:if>
      <xsl:if test="@places = 1"><b>8</b></xsl:if>
      <xsl:if test="@places != 1"><b>9</b></xsl:if>
      <xsl:if test="@places &gt; 0"><b>10</b></xsl:if>
      <xsl:if test="@places &gt;= 1"><b>11</b></xsl:if>
      <xsl:if test="@places &lt; 1"><b>12</b></xsl:if>
      <xsl:if test="@places &lt;= 1"><b>13</b></xsl:if>
      <xsl:if test="@places = '1'"><b>14</b></xsl:if>
      <xsl:if test="@places = 1.0"><b>15</b></xsl:if>
      <xsl:if test="1 = @places"><b>16</b></xsl:if>
      <xsl:if test="@places = -1"><b>17</b></xsl:if>
      <xsl:if test="@name &gt; 'a'"><b>18</b></xsl:if>
      <xsl:if test="@state = 'sent' and @loud"><b>19</b></xsl:if>
      <xsl:if test="@state = 'sent' or @state = 'draft'"><b>20</b></xsl:if>
      <xsl:if test="@state = 'sent' and (@loud or @places = 2)"><b>21</b></xsl:if>
      <xsl:if test="not(@loud and @state = 'sent')"><b>22</b></xsl:if>
      <xsl:if test="not(@loud) and not(@places = 0)"><b>23</b></xsl:if>
      <xsl:if test="starts-with(@name, 'T')"><b>24</b></xsl:if>
      <xsl:if test="starts-with(@nothing, '')"><b>25</b></xsl:if>
      <xsl:if test="starts-with(@nothing, 'x')"><b>26</b></xsl:if>
      <xsl:if test="starts-with(@state, @name)"><b>27</b></xsl:if>
      <xsl:if test="../@kind = 'sort'"><b>28</b></xsl:if>
      <xsl:if test="../thing/@loud"><b>29</b></xsl:if>
      <xsl:if test="../thing/@id = @id"><b>30</b></xsl:if>
      <xsl:if test="../thing/@places = @places"><b>31</b></xsl:if>
      <xsl:if test="@id = ../thing/@places"><b>32</b></xsl:if>
      <xsl:if test="../thing"><b>33</b></xsl:if>
      <xsl:if test="../../form/error"><b>34</b></xsl:if>
      <xsl:if test="/page/things"><b>35</b></xsl:if>
      <xsl:if test="/page/@lang = 'nb'"><b>36</b></xsl:if>
      <xsl:if test="/page/things/thing/@name = 'To'"><b>37</b></xsl:if>
      <xsl:if test="/page/nothing/@x = 1"><b>38</b></xsl:if>
      <xsl:if test="/page/nothing"><b>39</b></xsl:if>
      <xsl:if test="count(../thing) = 7"><b>40</b></xsl:if>
      <xsl:if test="position() = 1"><b>41</b></xsl:if>
      <xsl:if test="position() = last()"><b>42</b></xsl:if>
      <xsl:if test="@places + 1 = 2"><b>43</b></xsl:if>
      <xsl:if test="@places mod 2 = 1"><b>44</b></xsl:if>
      <xsl:if test="string(@name)"><b>45</b></xsl:if>
      <xsl:if test="contains(@name, 'o')"><b>46</b></xsl:if>
      <xsl:if test="@state = @name"><b>47</b></xsl:if>
      <xsl:if test="@order or @and"><b>48</b></xsl:if>
      <xsl:if test="@and-not = 1"><b>49</b></xsl:if>
      <xsl:if test="self::thing"><b>50</b></xsl:if>
      <xsl:if test="(@loud)"><b>51</b></xsl:if>
      <xsl:if test="((@loud or @nothing) and @name)"><b>52</b></xsl:if>
      <xsl:if test="boolean(@loud) = true()"><b>53</b></xsl:if>
      <xsl:if test="."><b>54</b></xsl:if>
      <xsl:if test="not(.)"><b>55</b></xsl:if>
      <xsl:if test="*"><b>56</b></xsl:if>
      <xsl:if test="@*"><b>57</b></xsl:if>
      <xsl:if test="../thing[2]/@name = 'To'"><b>58</b></xsl:if>
      <xsl:if test="thing/@x &lt; 3"><b>59</b></xsl:if>
      <xsl:if test="@places &gt; @id"><b>60</b></xsl:if>
      <xsl:if test="@places &lt; @id"><b>61</b></xsl:if>
      <xsl:if test="@link = &quot;x&quot;"><b>62</b></xsl:if>
      <xsl:if test="@name = 'Å' or
 @name = 'To'"><b>63</b></xsl:if>
      </p>
    <p><xsl:choose><xsl:when test="@state = 'sent'">s<xsl:choose><xsl:when test="@loud"><i title="[[places#@places]]">loud</i></xsl:when><xsl:otherwise>quiet <xsl:value-of select="../@kind"/><xsl:value-of select="../thing/@name"/></xsl:otherwise></xsl:choose></xsl:when><xsl:when test="@state = 'draft'"/><xsl:when test="@name = ''"><br/></xsl:when></xsl:choose>|<a><xsl:if test="@link"><xsl:attribute name="href"><xsl:value-of select="@link"/></xsl:attribute></xsl:if><xsl:if test="@loud">[[state.sent]]</xsl:if></a></p>
  </xsl:template>
  <xsl:template match="thing" mode="imported"><u><xsl:apply-imports/></u></xsl:template>
  <xsl:template match="@kind" mode="bare"><q><xsl:value-of select="."/>:<xsl:value-of select="../@kind"/>:<xsl:value-of select="@kind"/></q></xsl:template>
</xsl:stylesheet>
