<?xml version="1.0" encoding="UTF-8"?>
<!-- The post: what waits, what went, what was given up and why. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="../layout.xsl"/>
  <xsl:import href="../lib/post.xsl"/>

  <xsl:template match="page" mode="title">[[nav.mails]]</xsl:template>
  <xsl:template match="page" mode="lead"><p class="pk-lead">[[mails.lead]]</p></xsl:template>
  <xsl:template match="page" mode="actions">
    <xsl:if test="counts/@failed &gt; 1"><a class="ds-button" data-variant="secondary" href="/mails/send-again">[[mails.send_all]]</a></xsl:if>
  </xsl:template>
  <xsl:template match="page" mode="content">
    <xsl:apply-templates select="counts"/>
    <xsl:apply-templates select="mails" mode="list"/>
  </xsl:template>
  <xsl:template match="counts">
    <dl class="pk-facts pk-section">
      <div><dt>[[mails.waiting]]</dt><dd><a class="ds-link" href="/mails?state=waiting"><xsl:value-of select="@waiting"/></a></dd></div>
      <div><dt>[[mails.sent_lately]]</dt><dd><a class="ds-link" href="/mails?state=sent"><xsl:value-of select="@sent"/></a></dd></div>
      <xsl:choose>
        <xsl:when test="@failed &gt; 0"><div><dt>[[mails.failed]]</dt><dd><a class="ds-link pk-late" href="/mails?state=failed"><xsl:value-of select="@failed"/></a></dd></div></xsl:when>
        <xsl:otherwise><div><dt>[[mails.failed]]</dt><dd>0</dd></div></xsl:otherwise>
      </xsl:choose>
    </dl>
  </xsl:template>
  <xsl:template match="mails" mode="filters">
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'state'"/>
      <xsl:with-param name="values" select="'waiting sending sent failed void'"/>
      <xsl:with-param name="prefix" select="'mail_state.'"/>
    </xsl:call-template>
    <xsl:call-template name="filter-words">
      <xsl:with-param name="name" select="'kind'"/>
      <xsl:with-param name="values" select="'order_sent order_answered order_declined order_reopened order_withdrawn order_reminder order_escalation order_overdue activity_cancelled digest invitation password_reset password_changed email_changed partner_key_expiring role_given role_ended wishes_open wishes_reminder wishes_received allocation_shared allocation_changed placement_shared placement_changed placement_ended supervisor_changed exam_registered exam_added exam_withdrawn exam_accommodated exam_handed_in exam_hand_in_refused exam_assess results_ready results_late result_attested result_changed result_returned transcript_given transcript_withdrawn assessment_given assessment_signed doubt_given doubt_meeting doubt_signed doubt_lifted assessment_reminder import_finished import_failed exam_opened exam_changed exam_cancelled'"/>
      <xsl:with-param name="prefix" select="'mail_kind.'"/>
    </xsl:call-template>
  </xsl:template>
  <!-- These are for the file: the page shows them below others. -->
  <xsl:template match="mails/column[@name = 'email' or @name = 'about' or @name = 'mail_problem' or @name = 'words' or @name = 'attempts' or @name = 'next_at']"/>
  <xsl:template match="mail" mode="row">
    <tr>
      <td data-label="[[column.at]]" class="pk-nowrap"><time datetime="{@at}"><xsl:value-of select="@at-text"/></time></td>
      <th scope="row" data-label="[[column.recipient]]"><xsl:apply-templates select="." mode="recipient"/></th>
      <td data-label="[[column.mail_kind]]">[[mail_kind.{@mail-kind}]]<span class="pk-sub"><xsl:value-of select="@about"/></span></td>
      <td data-label="[[column.mail_state]]"><xsl:apply-templates select="@mail-state" mode="tag"/><xsl:if test="@mail-problem"><span class="pk-sub">[[mail_problem.{@mail-problem}]]</span><xsl:if test="@words"><q class="pk-sub pk-words"><xsl:value-of select="@words"/></q></xsl:if></xsl:if><xsl:if test="@attempts &gt; 1"><span class="pk-sub">[[mail.attempts]]</span></xsl:if><xsl:if test="@next-at and @attempts &gt; 0"><span class="pk-sub">[[mail.next_at]]</span></xsl:if><xsl:if test="@mail-state = 'failed'"><span class="pk-sub"><a class="ds-link" href="/mails/{@id}/send-again">[[mail.send_again]]<span class="ds-sr-only">: <xsl:value-of select="@recipient"/></span></a></span></xsl:if></td>
    </tr>
  </xsl:template>
  <xsl:template match="mails" mode="empty"><p>[[mails.empty]]</p></xsl:template>
</xsl:stylesheet>
