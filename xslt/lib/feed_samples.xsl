<?xml version="1.0" encoding="UTF-8"?>
<!-- What partners' documents look like, and what they send: real answers of the demonstration, cut to a few rows, and messages that it takes.
     tests/http/test_developers.py holds them to the schemas and to what is sent. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template match="document[@name = 'organisations']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<organisations xmlns="urn:praktikum:organisations:1" generated="2026-11-22T14:10:32+01:00" next-since="2026-11-22T14:00:32+01:00">
  <institutions>
    <institution id="1" name="Demohøgskulen på Vestlandet" short-name="DHV" country="NO" municipality="4601" address="Øvingsvegen 1" email="praksis@dhv.example" phone="+47 000 00 100" version="1"/>
  </institutions>
  <sites>
    <site id="1" name="Demo Haukeland sjukehus" kind="trust" municipality="4601" address="Bjørkeliavegen 1" email="post.1@sted.example" phone="+47 000 00 200" version="1"/>
  </sites>
  <units>
    <unit id="1" site="1" name="Medisinsk klinikk" version="1"/>
    <unit id="2" site="1" parent="1" name="Hjerteavdelinga" version="1"/>
  </units>
  <agreements>
    <agreement id="1" institution="1" site="1" reference="DHV-2023/1" valid-from="2023-12-15" valid-to="2029-05-02" version="1"/>
  </agreements>
  <removed>
    <thing kind="unit" id="7"/>
  </removed>
</organisations>]]></xsl:template>
  <xsl:template match="document[@name = 'activities']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<activities xmlns="urn:praktikum:activities:1" generated="2026-11-22T14:10:32+01:00" next-since="2026-11-22T14:00:32+01:00">
  <activities>
    <activity id="122" institution="1" course-instance="13" instance-code="SYK202-2027V" course-code="SYK202" course-name="Sykepleie i somatikk" programme-code="SYK" name="Medisinsk og kirurgisk praksis, vår" starts="2027-02-22" ends="2027-04-16" term="2027-1" places-wanted="44" version="1"/>
  </activities>
  <classes>
    <class id="30" activity="122" letter="A" starts="2027-02-22" ends="2027-04-09" places-wanted="22" version="1"/>
    <class id="31" activity="122" letter="B" starts="2027-03-01" ends="2027-04-16" places-wanted="22" version="1"/>
  </classes>
  <orders>
    <order id="241" activity="122" institution="1" site="1" places="12" state="answered" answer="confirmed" places-confirmed="12" sent-at="2026-10-15T10:17:43+02:00" due-on="2026-11-05" answered-at="2026-10-22T13:52:00+02:00" version="3"/>
  </orders>
  <capacities>
    <capacity order="241" site="1" unit="11" places="3"/>
    <capacity order="241" site="1" unit="12" places="3"/>
  </capacities>
  <removed>
    <thing kind="class" id="7"/>
  </removed>
</activities>]]></xsl:template>
  <xsl:template match="document[@name = 'allocations']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<allocations xmlns="urn:praktikum:allocations:1" generated="2026-11-22T14:10:32+01:00" next-since="2026-11-22T14:00:32+01:00" next="https://praktikum.example/feeds/allocations?after=40&amp;limit=40&amp;since=2026-01-01">
  <allocations>
    <allocation id="1" institution="1" activity="11" class="A" person="9" student-number="S100000" given-name="Åse" family-name="Kladdeåsen" email="student@demo.example" phone="+47 000 00 009" site="1" unit="26" starts="2026-10-26" ends="2026-12-11" supervisor="8" supervisor-name="Vegard Syntethaug" lecturer="5" lecturer-name="Unni Mønsterberg" version="1"/>
  </allocations>
  <removed>
    <thing kind="allocation" id="7"/>
  </removed>
</allocations>]]></xsl:template>
  <xsl:template match="document[@name = 'participants']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<participants xmlns="urn:praktikum:participants:1" generated="2026-11-22T14:10:32+01:00" next-since="2026-11-22T14:00:32+01:00" next="https://praktikum.example/feeds/participants?after=40&amp;limit=40&amp;since=2026-01-01">
  <sessions>
    <session id="1" type="digital_exam" state="confirmed" name="SYK101 skriftlig eksamen" name-en="SYK101 written exam" date-mode="day" starts-on="2026-12-16" starts-at="09:00" ends-on="2026-12-16" ends-at="13:00" place="Demohallen, sal 2" anonymous="1" registers-from="2026-11-15" registers-to="2026-12-06" results-due="2027-01-06" version="1"/>
  </sessions>
  <instances>
    <instance session="1" course-instance="5" instance-code="SYK101-2026H" course-code="SYK101" module-code="EKS"/>
  </instances>
  <candidates>
    <candidate id="1" session="1" course-instance="5" person="203" student-number="S100001" given-name="Ingvild" family-name="Eksempelnes" email="student.1@student.example" state="registered" registered-at="2026-11-15T09:20:00+01:00" attendance="unknown" version="1"/>
  </candidates>
  <removed>
    <thing kind="candidate" id="7"/>
  </removed>
</participants>]]></xsl:template>
  <xsl:template match="document[@name = 'results']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<results xmlns="urn:praktikum:results:1" generated="2026-11-22T14:10:32+01:00" next-since="2026-11-22T14:00:32+01:00">
  <results>
    <result id="25" person="203" student-number="S100001" given-name="Ingvild" family-name="Eksempelnes" course-instance="4" instance-code="SYK101-2026V" course-code="SYK101" module-code="EKS" session="6" scale="3" grade="E" passed="1" points="42" credits="5" examined-on="2026-06-15" attested-at="2026-06-25T13:06:40+02:00" decision="1" decided-at="2026-06-25T13:06:40+02:00" version="1"/>
  </results>
  <removed>
    <thing kind="result" id="7"/>
  </removed>
</results>]]></xsl:template>
  <xsl:template name="sample-problem"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<problem xmlns="urn:ietf:rfc:7807" xml:lang="en"><type>urn:praktikum:problem:unauthorized</type><title>A valid key is missing</title><status>401</status><detail>Send the partner’s key in the header: Authorization: Bearer the key.</detail><instance>urn:praktikum:request:44c8645c4f7de88b0558938b772d7d95</instance></problem>]]></xsl:template>
  <xsl:template name="sample-events"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>urn:uuid:3c1f6f0e-9a57-3d0c-a2b1-5d7d0b0f6a52</id>
  <title>Events in Praktikum</title>
  <updated>2026-11-22T14:10:32+01:00</updated>
  <author><name>Praktikum</name></author>
  <generator>Praktikum</generator>
  <link rel="self" type="application/atom+xml" href="https://praktikum.example/feeds/events"/>
  <link rel="prev-archive" type="application/atom+xml" href="https://praktikum.example/feeds/events?page=4"/>
  <entry>
    <id>urn:uuid:6c0ab2ee-c6a1-11f0-9b0e-0242ac110002</id>
    <title>The site answered with places</title>
    <updated>2026-11-22T14:10:32+01:00</updated>
    <published>2026-11-22T14:10:31+01:00</published>
    <category term="order.answered"/>
    <link rel="related" type="application/xml" href="https://praktikum.example/feeds/activities?since=2026-11-22T13:00:31Z"/>
    <content type="application/xml">
      <event xmlns="urn:praktikum:events:1" number="412" kind="order.answered" thing="order" id="241" version="3" institution="1" site="1" activity="122">
        <change field="state" from="sent" to="confirmed"/>
        <change field="places_confirmed" from="0" to="12"/>
      </event>
    </content>
  </entry>
</feed>]]></xsl:template>
  <xsl:template match="message[@name = 'registrations']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<registrations xmlns="urn:praktikum:inbound:registrations:1">
  <registration student-number="S100001" activity="122" class="A"/>
  <registration email="student.2@student.example" student-number="S100002" activity="122" class="B"/>
  <registration student-number="S100003" activity="122" state="withdrawn"/>
  <registration student-number="S100004" instance-code="SYK202-2027V"/>
</registrations>]]></xsl:template>
  <xsl:template match="message[@name = 'exam_registrations']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<exam-registrations xmlns="urn:praktikum:inbound:exam-registrations:1">
  <exam-registration student-number="S100001" exam-session="1"/>
  <exam-registration student-number="S100002" instance-code="SYK101-2026H" starts-on="2026-12-16" state="withdrawn"/>
</exam-registrations>]]></xsl:template>
  <xsl:template match="message[@name = 'results']" mode="sample"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<results xmlns="urn:praktikum:inbound:results:1">
  <result student-number="S100001" exam-session="6" grade="E" points="42" examined-on="2026-06-15"/>
  <result student-number="S100002" activity="11" grade="Bestått" examined-on="2026-11-20"/>
</results>]]></xsl:template>
  <xsl:template name="sample-receipt"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<receipt xmlns="urn:praktikum:inbound:receipt:1" message="2026-11-22-1" kind="registrations" received-at="2026-11-22T13:10:32Z" dry="0" repeated="0" rows="4" made="2" changed="1" same="1">
<row number="1" line="3" outcome="made"/>
<row number="2" line="4" outcome="same"/>
<row number="3" line="5" outcome="changed"/>
<row number="4" line="6" outcome="made"/>
</receipt>]]></xsl:template>
  <xsl:template name="sample-faults"><![CDATA[<?xml version="1.0" encoding="UTF-8"?>
<problem xmlns="urn:ietf:rfc:7807" xml:lang="en"><type>urn:praktikum:problem:invalid</type><title>Something in what was sent is not right</title><status>422</status><detail>Nothing was changed. Correct what is wrong, and send all of it once more.</detail><instance>urn:praktikum:request:44c8645c4f7de88b0558938b772d7d95</instance><errors>2</errors><error path="/registrations/registration[1]/@student-number" line="3">The institution has no such student.</error><error path="/registrations/registration[3]/@class" line="5">The activity has no such class.</error></problem>]]></xsl:template>
</xsl:stylesheet>
