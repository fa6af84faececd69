-- A student who is to have no place after all, or breaks off.
-- one: registration
{{registration_head}}

-- maybe: placement
{{registration_told}}

-- Who at the site is told beside the supervisor, as share_people names them: its coordinators, its administrators when it has none.
-- many: contacts/person
SELECT p.id, p.name FROM placement c
JOIN person_grant g ON g.site = c.site AND g.role IN ('site_administrator', 'site_coordinator')
  AND (g.activity IS NULL OR g.activity = c.activity) AND g.valid_from <= CAST(:today AS DATE)
  AND (g.valid_to IS NULL OR g.valid_to >= CAST(:today AS DATE))
JOIN person p ON p.id = g.person AND p.protected = 0
JOIN account o ON o.person = p.id AND o.closed = 0
WHERE c.registration = :registration AND c.ended_on IS NULL AND c.ends >= CAST(:today AS DATE)
  AND NOT (p.id <=> c.supervisor)
  AND (g.role = 'site_coordinator'
       OR NOT EXISTS (SELECT 1 FROM person_grant n JOIN account ac ON ac.person = n.person AND ac.closed = 0
                      WHERE n.site = c.site AND n.role = 'site_coordinator' AND (n.activity IS NULL OR n.activity = c.activity)
                        AND n.valid_from <= CAST(:today AS DATE) AND (n.valid_to IS NULL OR n.valid_to >= CAST(:today AS DATE))))
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id LIMIT 20

-- The place that becomes free, as the institution works on it, and who has none yet.
-- maybe: allocation
SELECT l.unit, u.name AS unit_name, s.name AS site_name,
       (SELECT COUNT(*) FROM registration o LEFT JOIN allocation m ON m.registration = o.id
        WHERE o.activity = x.activity AND o.state = 'registered' AND m.unit IS NULL) AS unplaced
FROM registration x
JOIN allocation l ON l.registration = x.id
JOIN unit u ON u.id = l.unit
JOIN site s ON s.id = l.site
WHERE x.id = :registration

-- many: together/student
SELECT o.id, p.name, g.kind
FROM registration x
JOIN allocation_group g ON g.id = x.allocation_group
JOIN registration o ON o.activity = x.activity AND o.allocation_group = x.allocation_group AND o.id <> x.id
JOIN person p ON p.id = o.person
WHERE x.id = :registration
ORDER BY p.sorted_{alphabet}, p.id

-- maybe: prefill
SELECT x.version FROM registration x WHERE x.id = :registration

-- step: lock_counts
SELECT n.activity FROM activity_count n
WHERE n.activity = (SELECT x.activity FROM registration x WHERE x.id = :registration) FOR UPDATE

-- step: lock_plan
{{plan_lock_of_registration}}

-- step: lock
{{registration_lock}}

-- step: allocated
SELECT CONCAT(u.name, ' – ', s.name) AS unit_name
FROM allocation l JOIN unit u ON u.id = l.unit JOIN site s ON s.id = l.site
WHERE l.registration = :registration

-- step: withdraw
UPDATE registration SET state = 'withdrawn', withdrawn_on = :today, allocation_group = NULL, version = version + 1
WHERE id = :registration

-- step: clear
UPDATE allocation SET site = NULL, unit = NULL, supervisor = NULL, lecturer = NULL, locked = 0, version = version + 1
WHERE registration = :registration

-- Of a group of two, one is left.
-- step: left_alone
SELECT MIN(x.id) AS registration FROM registration x
WHERE x.activity = :activity AND x.allocation_group = :group HAVING COUNT(*) = 1

-- step: ungroup
UPDATE registration SET allocation_group = NULL, version = version + 1 WHERE id = :alone

-- step: dissolve
DELETE FROM allocation_group WHERE id = :group

-- step: recount
{{recount_allocation}}
