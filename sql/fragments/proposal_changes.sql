-- What is otherwise than the run of :proposal read it, so that taking it would undo or break something: a row for each, `what`
-- as label proposal.changed_<what>, with the student's name or the unit's, and what it was and is.
SELECT 'withdrawn' AS what, r.id AS registration, p.name AS name, NULL AS old_value, NULL AS new_value
FROM proposal_student s
JOIN registration r ON r.id = s.registration
JOIN person p ON p.id = r.person
WHERE s.proposal = :proposal AND r.state <> 'registered'
UNION ALL
SELECT 'registered', r.id, p.name, NULL, NULL
FROM proposal x
JOIN registration r ON r.activity = x.activity AND r.state = 'registered'
JOIN person p ON p.id = r.person
WHERE x.id = :proposal AND NOT EXISTS (SELECT 1 FROM proposal_student s WHERE s.proposal = x.id AND s.registration = r.id)
UNION ALL
SELECT 'student', r.id, p.name, NULL, NULL
FROM proposal_student s
JOIN registration r ON r.id = s.registration AND r.state = 'registered' AND r.version <> s.registration_version
JOIN person p ON p.id = r.person
WHERE s.proposal = :proposal
UNION ALL
SELECT CASE WHEN b.unit <=> s.old_unit THEN IF(b.locked, 'locked', 'unlocked') ELSE 'put' END, r.id, p.name, w.name, n.name
FROM proposal_student s
JOIN registration r ON r.id = s.registration AND r.state = 'registered'
JOIN person p ON p.id = r.person
LEFT JOIN allocation b ON b.registration = r.id
LEFT JOIN unit w ON w.id = s.old_unit
LEFT JOIN unit n ON n.id = b.unit
WHERE s.proposal = :proposal AND (NOT (b.unit <=> s.old_unit) OR COALESCE(b.locked, 0) <> s.old_locked)
UNION ALL
SELECT 'places', NULL, n.name, u.places, COALESCE(q.places, 0)
FROM proposal_unit u
JOIN unit n ON n.id = u.unit
LEFT JOIN ({{confirmed_units}} AND o.activity = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)
           GROUP BY o.activity, k.site, k.unit) q ON q.unit = u.unit
WHERE u.proposal = :proposal AND u.places <> COALESCE(q.places, 0)
UNION ALL
SELECT 'places', NULL, n.name, 0, q.places
FROM ({{confirmed_units}} AND o.activity = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)
      GROUP BY o.activity, k.site, k.unit) q
JOIN unit n ON n.id = q.unit
WHERE NOT EXISTS (SELECT 1 FROM proposal_unit u WHERE u.proposal = :proposal AND u.unit = q.unit)
UNION ALL
-- A rule stands now between a student and the place that was found, which did not.
SELECT 'rule', s.registration, p.name, n.name, NULL
FROM (WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car
                      FROM registration r JOIN proposal y ON y.activity = r.activity
                      WHERE y.id = :proposal AND y.state = 'ready' AND r.state = 'registered'),
           places AS ({{confirmed_units}} AND o.activity = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)
                      GROUP BY o.activity, k.site, k.unit)
      SELECT DISTINCT t.registration, t.unit FROM ({{unit_obstacles}}) t) t
JOIN proposal_student s ON s.proposal = :proposal AND s.registration = t.registration AND s.unit = t.unit AND s.old_locked = 0
JOIN registration r ON r.id = s.registration
JOIN person p ON p.id = r.person
JOIN unit n ON n.id = s.unit
