-- Why a student has the place they have in a proposal, and why not one they would rather have. For those who allocate.
-- one: student
SELECT t.registration AS id, p.name, k.letter AS class, t.unit AS unit_id, u.name AS unit, s.name AS site, t.site AS site_id, t.wish, t.wishes,
  t.km, t.units, t.old_locked AS locked, t.old_unit AS old_unit_id, ou.name AS old_unit, os.name AS old_site, t.shared_unit AS shared_unit_id,
  su.name AS shared_unit, NOT (t.unit <=> t.old_unit) AS moved, t.shared_unit IS NOT NULL AND NOT (t.unit <=> t.shared_unit) AS reshared,
  r.car, h.name AS home, r.state, r.version <> t.registration_version AS changed
FROM proposal_student t
JOIN registration r ON r.id = t.registration
JOIN person p ON p.id = r.person
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN municipality h ON h.number = r.municipality
LEFT JOIN unit u ON u.id = t.unit
LEFT JOIN site s ON s.id = t.site
LEFT JOIN unit ou ON ou.id = t.old_unit
LEFT JOIN site os ON os.id = t.old_site
LEFT JOIN unit su ON su.id = t.shared_unit
WHERE t.proposal = :proposal AND t.registration = :registration

-- one: proposal
{{proposal_head}}
WHERE x.id = :proposal

-- one: activity
{{activity_head}}
WHERE a.id = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)

-- Those they go together with.
-- many: group/member
SELECT o.id, p.name, u.name AS unit
FROM registration r
JOIN registration o ON o.allocation_group = r.allocation_group AND o.id <> r.id AND o.state = 'registered'
JOIN person p ON p.id = o.person
LEFT JOIN proposal_student t ON t.proposal = :proposal AND t.registration = o.id
LEFT JOIN unit u ON u.id = t.unit
WHERE r.id = :registration
ORDER BY p.sorted_{alphabet}, o.id

-- many: wishes/wish
SELECT v.number, v.unit AS unit_id, u.name AS unit, s.name AS site, v.why, v.obstacles, v.others, v.rank_up,
  CAST(v.rank_down AS SIGNED) - v.lose AS rank_down, v.lose,
  v.unplaced, v.changes, v.km, v.even, q.places, q.used
FROM proposal_wish v
JOIN unit u ON u.id = v.unit
JOIN site s ON s.id = v.site
LEFT JOIN proposal_unit q ON q.proposal = v.proposal AND q.unit = v.unit
WHERE v.proposal = :proposal AND v.registration = :registration
ORDER BY v.number

-- What the unit lacks, by name: of the activity's own requirements and the student's.
-- many: lacks/requirement
SELECT DISTINCT v.number AS wish, {{requirement_name}} AS name, own.requirement IS NOT NULL AS own
FROM proposal_wish v
JOIN proposal x ON x.id = v.proposal
JOIN requirement r
LEFT JOIN registration_requirement own ON own.registration = v.registration AND own.requirement = r.id
LEFT JOIN activity_requirement ar ON ar.activity = x.activity AND ar.requirement = r.id
WHERE v.proposal = :proposal AND v.registration = :registration
  AND (FIND_IN_SET('requirement', v.obstacles) OR FIND_IN_SET('accommodation', v.obstacles))
  AND (own.requirement IS NOT NULL OR ar.requirement IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM unit_requirement ur WHERE ur.unit = v.unit AND ur.requirement = r.id)
ORDER BY v.number, name

-- Who has the places of the wishes that were full.
-- many: holders/holder
SELECT v.number AS wish, t.registration AS id, p.name, t.wish AS own_wish, t.wishes, t.km, t.old_locked AS locked
FROM proposal_wish v
JOIN proposal_student t ON t.proposal = v.proposal AND t.unit = v.unit
JOIN registration r ON r.id = t.registration
JOIN person p ON p.id = r.person
WHERE v.proposal = :proposal AND v.registration = :registration AND v.why = 'full'
ORDER BY v.number, t.wish IS NULL, t.wish, p.sorted_{alphabet}, t.registration

-- Who would go elsewhere; number 0 is the student.
-- many: steps/step
SELECT c.wish, c.number, c.mover AS id, p.name, ou.name AS old_unit, c.old_wish, nu.name AS new_unit, c.new_wish
FROM proposal_step c
JOIN registration r ON r.id = c.mover
JOIN person p ON p.id = r.person
LEFT JOIN unit ou ON ou.id = c.old_unit
LEFT JOIN unit nu ON nu.id = c.new_unit
WHERE c.proposal = :proposal AND c.registration = :registration
ORDER BY c.wish, c.number

-- The shortage that leaves them without a place.
-- maybe: shortage
SELECT h.number, h.students, h.units, h.places, h.missing
FROM proposal_shortage_student m
JOIN proposal_shortage h ON h.proposal = m.proposal AND h.number = m.number
JOIN proposal_student t ON t.proposal = m.proposal AND t.registration = m.registration AND t.unit IS NULL
WHERE m.proposal = :proposal AND m.registration = :registration
LIMIT 1

-- Before and after in the list by name.
-- maybe: neighbours
SELECT (SELECT t.registration FROM proposal_student t JOIN registration r ON r.id = t.registration JOIN person q ON q.id = r.person
        WHERE t.proposal = :proposal AND (q.sorted_{alphabet}, t.registration) < (p.sorted_{alphabet}, o.id)
        ORDER BY q.sorted_{alphabet} DESC, t.registration DESC LIMIT 1) AS previous,
       (SELECT t.registration FROM proposal_student t JOIN registration r ON r.id = t.registration JOIN person q ON q.id = r.person
        WHERE t.proposal = :proposal AND (q.sorted_{alphabet}, t.registration) > (p.sorted_{alphabet}, o.id)
        ORDER BY q.sorted_{alphabet}, t.registration LIMIT 1) AS following
FROM registration o JOIN person p ON p.id = o.person WHERE o.id = :registration
