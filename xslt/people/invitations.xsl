<?xml version="1.0" encoding="UTF-8"?>
<!-- Who was invited, and whether they came. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>

  <xsl:template match="page" mode="title">[[nav.invitations]]</xsl:template>
  <xsl:template match="page" mode="actions"><a class="ds-button" href="/invitations/new">[[invite.title]]</a></xsl:template>
  <xsl:template match="page" mode="content"><xsl:apply-templates select="invitations" mode="list"/></xsl:template>
  <xsl:template match="invitations" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'open used expired voided withdrawn closed'"/>
      <xsl:with-param name="prefix" select="'link.'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="invitation" mode="row">
    <tr>
      <th scope="row" data-label="[[column.name]]"><a class="ds-link" href="/people/{@person}"><xsl:value-of select="@name"/></a><span class="pk-sub"><xsl:value-of select="@email"/></span></th>
      <td data-label="[[column.role]]">[[role.{@role}]]<span class="pk-sub"><xsl:value-of select="@organisation"/></span></td>
      <td data-label="[[column.state]]"><span class="ds-tag pk-tag" data-link="{@state}">[[link.{@state}]]</span></td>
      <td data-label="[[column.invited]]"><time datetime="{@invited}"><xsl:value-of select="@invited-text"/></time><span class="pk-sub"><xsl:value-of select="@inviter"/></span></td>
      <td data-label="[[column.until]]"><time datetime="{@until}"><xsl:value-of select="@until-text"/></time></td>
      <td>
        <xsl:if test="@state = 'open' or @state = 'expired'">
          <a class="ds-link" href="/invitations/{@id}/again">[[invitation.again]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></a>
          <xsl:if test="@withdraw = 1"><xsl:text> </xsl:text><a class="ds-link" href="/invitations/{@id}/withdraw">[[invitation.withdraw]]<span class="ds-sr-only">: <xsl:value-of select="@name"/></span></a></xsl:if>
        </xsl:if>
      </td>
    </tr>
  </xsl:template>
  <!-- For the file only: on the page they stand below another. -->
  <xsl:template match="invitations/column[@name = 'email' or @name = 'organisation' or @name = 'inviter']"/>
  <xsl:template match="invitations/column[@name = 'until']"><th scope="col">[[column.until]]</th><td></td></xsl:template>
  <xsl:template match="invitations/column[@name = 'until' and @href]" priority="1"><th scope="col"><a class="pk-sort" href="{@href}">[[column.until]]</a></th><td></td></xsl:template>
  <xsl:template match="invitations" mode="empty">
    <p>[[invitations.empty]]</p>
    <p><a class="ds-button" href="/invitations/new">[[invite.title]]</a></p>
  </xsl:template>
</xsl:stylesheet>
