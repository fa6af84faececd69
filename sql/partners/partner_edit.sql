-- one: partner
{{partner_head}}
WHERE x.id = :partner

-- maybe: prefill
SELECT p.name, p.contact, REPLACE(p.addresses, ' ', '\n') AS addresses, p.per_minute, p.version,
       FIND_IN_SET('events', p.feeds) > 0 AS reads_events, FIND_IN_SET('organisations', p.feeds) > 0 AS reads_organisations,
       FIND_IN_SET('activities', p.feeds) > 0 AS reads_activities, FIND_IN_SET('allocations', p.feeds) > 0 AS reads_allocations,
       FIND_IN_SET('participants', p.feeds) > 0 AS reads_participants, FIND_IN_SET('results', p.feeds) > 0 AS reads_results,
       FIND_IN_SET('registrations', p.writes) > 0 AS sends_registrations,
       FIND_IN_SET('exam_registrations', p.writes) > 0 AS sends_exam_registrations,
       FIND_IN_SET('results', p.writes) > 0 AS sends_results
FROM partner p WHERE p.id = :partner

-- step: lock
SELECT 'partner' AS thing, p.id, p.version, p.name, p.contact, p.addresses, p.per_minute,
       p.institution AS _institution, p.site AS _site, p.ended_at AS _ended_at
FROM partner p WHERE p.id = :partner FOR UPDATE

-- step: check
{{partner_check}}

-- step: words
{{partner_words}}

-- step: update
UPDATE partner SET name = :name, contact = :contact, feeds = {{partner_feeds}}, writes = {{partner_writes}}, addresses = :networks,
  per_minute = :per_minute, version = version + 1
WHERE id = :partner

-- step: rename
UPDATE person e JOIN partner p ON p.person = e.id SET e.given_name = :name, e.version = e.version + 1
WHERE p.id = :partner AND e.given_name <> :name
