<?xml version="1.0" encoding="UTF-8"?>
<!-- The house around every print: XSL-FO, which Apache FOP makes into tagged, archivable PDF (conf/fop/fop.xconf). Its elements have no
     prefix; a stylesheet <name>.fo.xsl declares the same default namespace, imports this one and gives

     match="page" mode="title"          text: the title of the file, and of a print of one sheet
     match="X" mode="body"              what stands on the sheet of X, below its heading
     and, where a print has not one sheet of the whole page or is not A4 upright:
     match="page" mode="sheets"         with param `as`: <apply-templates select="letters/letter" mode="sheet"> passing `as` on; a sheet
                                        each, with pages numbered of their own and a bookmark
     match="X" mode="heading"           text: its h1 (else the title)
     match="X" mode="bookmark"          text: what the file's outline calls it (else the heading)
     match="X" mode="above"             what stands over the heading: to whom it is written
     match="X" mode="kicker"            text: a line above the h1
     match="X" mode="organisation"      text: whose paper it is: the head's left side
     match="X" mode="about"             text: the head's right side (else the title)
     match="X" mode="parts"             <bookmark>s below the sheet's own: template `bookmark`
     match="page" mode="orientation"    text: landscape

     Inside a body: block (a paragraph; role="H2" … where it is a heading: templates below), table. Every table has a <table-header> and is
     <table border-collapse="separate" table-layout="fixed" width="100%" xsl:…> of table-column, table-header, table-body; its cells are the templates
     `head-cell` and `cell`. A column of row headers is <table-column fox:header="true"/>, xmlns:fox as here. A picture has
     fox:alt-text. No text here but labels; a print with letters outside Lato (☐ ✓) fails, and says so. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pk="urn:praktikum" xmlns="http://www.w3.org/1999/XSL/Format"
                xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                exclude-result-prefixes="pk">

  <xsl:template match="/page">
    <root xml:lang="{@lang}" font-family="Lato" font-size="10pt" line-height="14pt" color="#1e2226" line-height-shift-adjustment="disregard-shifts">
      <layout-master-set>
        <simple-page-master master-name="portrait" page-width="210mm" page-height="297mm" margin="12mm 20mm 11mm 20mm">
          <region-body margin="19mm 0 16mm 0"/>
          <region-before extent="14mm"/>
          <region-after extent="10mm" display-align="after"/>
        </simple-page-master>
        <simple-page-master master-name="landscape" page-width="297mm" page-height="210mm" margin="10mm 15mm 9mm 15mm">
          <region-body margin="18mm 0 15mm 0"/>
          <region-before extent="14mm"/>
          <region-after extent="10mm" display-align="after"/>
        </simple-page-master>
      </layout-master-set>
      <declarations>
        <xmpmeta xmlns="adobe:ns:meta/">
          <RDF xmlns="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <Description rdf:about="">
              <title xmlns="http://purl.org/dc/elements/1.1/"><xsl:apply-templates select="." mode="title"/></title>
              <language xmlns="http://purl.org/dc/elements/1.1/"><xsl:value-of select="@lang"/></language>
              <CreatorTool xmlns="http://ns.adobe.com/xap/1.0/">Praktikum</CreatorTool>
            </Description>
          </RDF>
        </xmpmeta>
      </declarations>
      <bookmark-tree><xsl:apply-templates select="." mode="sheets"><xsl:with-param name="as" select="'bookmark'"/></xsl:apply-templates></bookmark-tree>
      <xsl:apply-templates select="." mode="sheets"><xsl:with-param name="as" select="'sheet'"/></xsl:apply-templates>
    </root>
  </xsl:template>

  <xsl:template match="page" mode="sheets">
    <xsl:param name="as"/>
    <xsl:apply-templates select="." mode="sheet"><xsl:with-param name="as" select="$as"/></xsl:apply-templates>
  </xsl:template>

  <xsl:template match="*" mode="sheet">
    <xsl:param name="as"/>
    <xsl:choose>
      <xsl:when test="$as = 'bookmark'">
        <bookmark internal-destination="{generate-id()}">
          <bookmark-title><xsl:apply-templates select="." mode="bookmark"/></bookmark-title>
          <xsl:apply-templates select="." mode="parts"/>
        </bookmark>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="sheet"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="sheet">
    <page-sequence initial-page-number="1" force-page-count="no-force" id="s{generate-id()}">
      <xsl:attribute name="master-reference"><xsl:call-template name="orientation"/></xsl:attribute>
      <static-content flow-name="xsl-region-before" role="artifact">
        <block font-size="8.5pt" line-height="11pt" padding-bottom="2mm" border-bottom="0.5pt solid #8a949e" text-align-last="justify"><inline font-weight="bold"><xsl:apply-templates select="." mode="organisation"/></inline><leader/><inline color="#4d565f"><xsl:apply-templates select="." mode="about"/></inline></block>
      </static-content>
      <static-content flow-name="xsl-region-after" role="artifact">
        <block font-size="8.5pt" line-height="11pt" color="#4d565f" text-align-last="justify"><xsl:for-each select="/page">[[print.made]]</xsl:for-each><leader/>[[print.page]]<xsl:text> </xsl:text><page-number role="Span"/><xsl:text> </xsl:text>[[print.of]]<xsl:text> </xsl:text><page-number-citation-last role="Span" ref-id="s{generate-id()}"/></block>
      </static-content>
      <flow flow-name="xsl-region-body">
        <xsl:apply-templates select="." mode="above"/>
        <xsl:call-template name="kicker"/>
        <block role="H1" id="{generate-id()}" font-size="18pt" line-height="23pt" font-weight="bold" space-after="4mm" keep-with-next.within-page="always"><xsl:call-template name="soft"><xsl:with-param name="text"><xsl:apply-templates select="." mode="heading"/></xsl:with-param><xsl:with-param name="most" select="40"/></xsl:call-template></block>
        <xsl:apply-templates select="." mode="body"/>
      </flow>
    </page-sequence>
  </xsl:template>

  <xsl:template name="orientation"><xsl:variable name="asked"><xsl:apply-templates select="/page" mode="orientation"/></xsl:variable><xsl:choose><xsl:when test="$asked = 'landscape'">landscape</xsl:when><xsl:otherwise>portrait</xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="orientation"/>

  <xsl:template name="kicker">
    <xsl:variable name="text"><xsl:apply-templates select="." mode="kicker"/></xsl:variable>
    <xsl:if test="string($text)"><block color="#4d565f" space-after="1mm" keep-with-next.within-page="always"><xsl:value-of select="$text"/></block></xsl:if>
  </xsl:template>

  <!-- What a print need not give. -->
  <xsl:template match="*" mode="heading"><xsl:apply-templates select="/page" mode="title"/></xsl:template>
  <xsl:template match="*" mode="bookmark"><xsl:apply-templates select="." mode="heading"/></xsl:template>
  <xsl:template match="*" mode="kicker"/>
  <xsl:template match="*" mode="above"/>
  <xsl:template match="*" mode="organisation"/>
  <xsl:template match="*" mode="about"><xsl:apply-templates select="/page" mode="title"/></xsl:template>
  <xsl:template match="*" mode="parts"/>

  <!-- A heading below the sheet's own. With an id, a bookmark can lead to it. -->
  <xsl:template name="h2">
    <xsl:param name="text"/>
    <xsl:param name="id" select="generate-id()"/>
    <block role="H2" id="h{$id}" font-size="12.5pt" line-height="17pt" font-weight="bold" space-before="7mm" space-after="2mm" keep-with-next.within-page="always"><xsl:value-of select="$text"/></block>
  </xsl:template>
  <xsl:template name="bookmark">
    <xsl:param name="text"/>
    <xsl:param name="id" select="generate-id()"/>
    <bookmark internal-destination="h{$id}"><bookmark-title><xsl:value-of select="$text"/></bookmark-title></bookmark>
  </xsl:template>
  <xsl:template name="paragraph">
    <xsl:param name="text"/>
    <xsl:if test="string($text)"><block space-after="3mm" linefeed-treatment="preserve" white-space-collapse="false"><xsl:value-of select="$text"/></block></xsl:if>
  </xsl:template>

  <!-- <requirements> and such: a list of their rows' names. -->
  <xsl:template match="*" mode="items">
    <list-block provisional-distance-between-starts="5mm" provisional-label-separation="2mm"><xsl:apply-templates select="*" mode="item"/></list-block>
  </xsl:template>
  <xsl:template match="*" mode="item">
    <list-item>
      <list-item-label end-indent="label-end()"><block>•</block></list-item-label>
      <list-item-body start-indent="body-start()"><block><xsl:value-of select="@name"/></block></list-item-body>
    </list-item>
  </xsl:template>
  <!-- An e-mail address and a telephone number, what there is of them. -->
  <xsl:template name="reach">
    <xsl:param name="email"/>
    <xsl:param name="phone"/>
    <xsl:value-of select="$email"/><xsl:if test="$email and $phone">, </xsl:if><xsl:value-of select="$phone"/>
  </xsl:template>

  <!-- Facts: a <table> of `fact`s between `facts` … see ordering/confirmation.fo.xsl: row header and value. Nothing for an empty value. -->
  <xsl:template name="fact">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:param name="strong"/>
    <xsl:if test="string($value)">
      <table-row keep-together.within-page="always">
        <table-cell padding="1.2mm 3mm 1.2mm 0" border-bottom="0.5pt solid #d5dae0"><block color="#4d565f"><xsl:value-of select="$name"/></block></table-cell>
        <table-cell padding="1.2mm 0" border-bottom="0.5pt solid #d5dae0">
          <block linefeed-treatment="preserve">
            <xsl:if test="$strong"><xsl:attribute name="font-weight">bold</xsl:attribute></xsl:if>
            <xsl:call-template name="soft"><xsl:with-param name="text" select="$value"/><xsl:with-param name="most" select="40"/></xsl:call-template>
          </block>
        </table-cell>
      </table-row>
    </xsl:if>
  </xsl:template>

  <!-- Cells of a list. align: end for figures. -->
  <xsl:template name="head-cell">
    <xsl:param name="text"/>
    <xsl:param name="align" select="'start'"/>
    <table-cell padding="1.5mm 2mm 1.5mm 0" border-bottom="1pt solid #1e2226" display-align="after"><block font-weight="bold" font-size="9pt" line-height="12pt" text-align="{$align}"><xsl:value-of select="$text"/></block></table-cell>
  </xsl:template>
  <xsl:template name="cell">
    <xsl:param name="text"/>
    <xsl:param name="sub"/>
    <xsl:param name="align" select="'start'"/>
    <table-cell padding="1.4mm 2mm 1.4mm 0" border-bottom="0.5pt solid #d5dae0">
      <block text-align="{$align}" font-size="9.5pt" line-height="13pt"><xsl:call-template name="soft"><xsl:with-param name="text" select="$text"/></xsl:call-template></block>
      <xsl:if test="string($sub)"><block text-align="{$align}" font-size="8.5pt" line-height="11.5pt" color="#4d565f"><xsl:call-template name="soft"><xsl:with-param name="text" select="$sub"/></xsl:call-template></block></xsl:if>
    </table-cell>
  </xsl:template>

  <!-- A text whose words of more than `most` letters may go on in the next line after each eighth, by a space of no width: as many have room in
       a list's narrow columns, more among facts. -->
  <xsl:template name="soft" pk:plain="yes">
    <xsl:param name="text"/>
    <xsl:param name="most" select="24"/>
    <xsl:variable name="gaps" select="translate($text, '&#10;-&#8203;', '   ')"/>
    <xsl:variable name="word"><xsl:choose><xsl:when test="contains($gaps, ' ')"><xsl:value-of select="string-length(substring-before($gaps, ' '))"/></xsl:when><xsl:otherwise><xsl:value-of select="string-length($text)"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:choose>
      <xsl:when test="string-length($text) &lt;= $most"><xsl:value-of select="$text"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="soft-word"><xsl:with-param name="word" select="substring($text, 1, $word)"/><xsl:with-param name="long" select="$word &gt; $most"/></xsl:call-template>
        <xsl:value-of select="substring($text, $word + 1, 1)"/>
        <xsl:call-template name="soft"><xsl:with-param name="text" select="substring($text, $word + 2)"/><xsl:with-param name="most" select="$most"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template name="soft-word" pk:plain="yes">
    <xsl:param name="word"/>
    <xsl:param name="long"/>
    <xsl:choose>
      <xsl:when test="$long and string-length($word) &gt; 8">
        <xsl:value-of select="concat(substring($word, 1, 8), '&#8203;')"/>
        <xsl:call-template name="soft-word"><xsl:with-param name="word" select="substring($word, 9)"/><xsl:with-param name="long" select="true()"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$word"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- 01.02.2027–26.03.2027 -->
  <xsl:template name="days" pk:plain="yes"><xsl:value-of select="@starts-text"/><xsl:text>–</xsl:text><xsl:value-of select="@ends-text"/></xsl:template>
</xsl:stylesheet>
