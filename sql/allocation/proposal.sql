-- one: proposal
{{proposal_head}}
WHERE x.id = :proposal

-- one: activity
{{activity_head}}
WHERE a.id = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)

-- The latest. percent: of what is to be done, when that is known.
-- maybe: job
SELECT j.id, j.state, LEAST(100, j.progress * 100 DIV NULLIF(j.total, 0)) AS percent, j.error, j.cancel_wanted, j.created_at
FROM job j WHERE j.thing = 'proposal' AND j.thing_id = :proposal ORDER BY j.id DESC LIMIT 1

-- maybe: same
SELECT y.id, y.number FROM proposal x
JOIN proposal y ON y.activity = x.activity AND y.result = x.result AND y.id <> x.id AND y.state <> 'discarded'
WHERE x.id = :proposal ORDER BY y.number LIMIT 1

-- For who may take it, while it can still be taken.
-- many: meanwhile/fact
SELECT z.what, z.registration, z.name, z.old_value, z.new_value
FROM proposal q JOIN ({{proposal_changes}}) z
WHERE q.id = :proposal AND q.state = 'ready' AND q.institution IN ({{viewer_planned}})
LIMIT 100

-- maybe: before
SELECT e.id, e.name, e.term FROM activity e
WHERE e.id = (SELECT ({{allocation_before}}) FROM activity a JOIN proposal x ON x.activity = a.id WHERE x.id = :proposal)

-- many: results/result
WITH here AS (SELECT x.activity, x.id AS proposal FROM proposal x WHERE x.id = :proposal), {{allocation_results}}
{{allocation_figures}}
ORDER BY FIELD(source, 'proposal', 'present', 'shared', 'before')

-- Where a place is missing.
-- many: shortages/shortage
SELECT h.number, h.students, h.locked, h.units, h.places, h.missing,
  (SELECT COUNT(*) FROM proposal_remedy e WHERE e.proposal = h.proposal AND e.number = h.number) AS remedies
FROM proposal_shortage h WHERE h.proposal = :proposal ORDER BY h.number

-- many: shortage_units/unit
SELECT h.number, h.unit AS id, u.name, s.name AS site, q.places, h.mends
FROM proposal_shortage_unit h
JOIN unit u ON u.id = h.unit
JOIN site s ON s.id = h.site
LEFT JOIN proposal_unit q ON q.proposal = h.proposal AND q.unit = h.unit
WHERE h.proposal = :proposal
ORDER BY h.number, s.name {collate}, u.name {collate}, h.unit

-- many: shortage_students/student
SELECT h.number, h.registration, {{student_named}} AS name, k.letter AS class, t.unit AS placed
FROM proposal_shortage_student h
JOIN proposal_student t ON t.proposal = h.proposal AND t.registration = h.registration
JOIN registration r ON r.id = h.registration
JOIN person p ON p.id = r.person
LEFT JOIN activity_class k ON k.id = r.activity_class
WHERE h.proposal = :proposal
ORDER BY h.number, t.unit IS NOT NULL, p.sorted_{alphabet}, h.registration

-- For those who allocate: rules are a student's own.
-- many: remedies/remedy
SELECT e.number, e.registration, p.name, u.name AS unit, s.name AS site, e.unit AS unit_id, e.obstacles
FROM proposal_remedy e
JOIN registration r ON r.id = e.registration
JOIN person p ON p.id = r.person
JOIN unit u ON u.id = e.unit
JOIN site s ON s.id = e.site
WHERE e.proposal = :proposal AND e.position <= 5 AND r.institution IN ({{viewer_planned}})
ORDER BY e.number, e.position

-- For those who allocate as well: where a conflict or an accommodation is, few students are meant.
-- many: rules/rule
SELECT u.rule, u.students FROM proposal_rule u JOIN proposal x ON x.id = u.proposal AND x.institution IN ({{viewer_planned}})
WHERE u.proposal = :proposal ORDER BY u.students DESC, u.rule

-- Who has no place without being short of any: members of groups that fit nowhere as a whole.
-- many: others/student
SELECT t.registration, {{student_named}} AS name
FROM proposal_student t
JOIN registration r ON r.id = t.registration
JOIN person p ON p.id = r.person
WHERE t.proposal = :proposal AND t.unit IS NULL
  AND NOT EXISTS (SELECT 1 FROM proposal_shortage_student h WHERE h.proposal = t.proposal AND h.registration = t.registration)
ORDER BY p.sorted_{alphabet}, t.registration LIMIT 200

-- many: history/event
{{history}}
WHERE e.thing = 'proposal' AND e.thing_id = :proposal
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'proposal' AND e.thing_id = :proposal
ORDER BY c.event DESC, c.number LIMIT 200
