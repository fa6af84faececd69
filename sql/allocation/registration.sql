-- One student in one activity: to the student what is theirs, to the institution's staff where they are put as well, to who
-- allocates what they need too.
-- one: registration
{{registration_head}}

-- one: contact
SELECT IF(p.protected = 0 OR p.id = :viewer, p.email, NULL) AS email, IF(p.protected = 0 OR p.id = :viewer, p.phone, NULL) AS phone,
       x.person = :viewer AS own, x.institution IN ({{viewer_institutions}}) AS staff, x.institution IN ({{viewer_planned}}) AS plans,
       IF({{registration_home}}, m.name, NULL) AS home, IF({{registration_home}}, x.car, NULL) AS car,
       x.wishes_at, n.wishes_from, n.wishes_to, n.wishes_most,
       IF(t.institution = x.institution, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name), NULL) AS programme_name,
       IF(t.institution = x.institution, t.cohort, NULL) AS term
FROM registration x
JOIN person p ON p.id = x.person
JOIN allocation_plan n ON n.activity = x.activity
LEFT JOIN municipality m ON m.number = x.municipality
LEFT JOIN student t ON t.person = x.person
LEFT JOIN programme g ON g.id = t.programme
WHERE x.id = :registration

-- many: reach/municipality
SELECT m.name FROM registration x
JOIN registration_reach r ON r.registration = x.id
JOIN municipality m ON m.number = r.municipality
WHERE x.id = :registration AND {{registration_home}}
ORDER BY m.name {collate}

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name FROM registration x
JOIN registration_requirement q ON q.registration = x.id
JOIN requirement r ON r.id = q.requirement
WHERE x.id = :registration AND x.institution IN ({{viewer_planned}})
ORDER BY name

-- many: conflicts/conflict
SELECT q.id, q.kind, q.site, s.name AS site_name, q.unit, u.name AS unit_name FROM registration x
JOIN registration_conflict q ON q.registration = x.id
JOIN site s ON s.id = q.site
LEFT JOIN unit u ON u.id = q.unit
WHERE x.id = :registration AND x.institution IN ({{viewer_planned}})
ORDER BY s.name {collate}, u.name {collate}, q.id

-- many: wishes/wish
SELECT w.number, w.unit, u.name AS unit_name, s.name AS site_name FROM registration x
JOIN wish w ON w.registration = x.id
JOIN unit u ON u.id = w.unit
JOIN site s ON s.id = w.site
WHERE x.id = :registration AND (x.person = :viewer OR x.institution IN ({{viewer_institutions}}))
ORDER BY w.number

-- What was shared: the student's own, and what a site reads.
-- maybe: placement
SELECT c.id, COALESCE(u.address, s.address) AS address,
       IF(v.protected = 0, v.email, NULL) AS supervisor_email, IF(v.protected = 0, v.phone, NULL) AS supervisor_phone,
       IF(t.protected = 0, t.email, NULL) AS lecturer_email, IF(t.protected = 0, t.phone, NULL) AS lecturer_phone,
       {{registration_placed}}

-- Where the institution has put them: nobody else's until it is shared. differs: from what was.
-- maybe: allocation
SELECT l.unit, u.name AS unit_name, l.site, s.name AS site_name, l.locked, IF(v.protected = 0, v.name, NULL) AS supervisor,
       IF(t.protected = 0, t.name, NULL) AS lecturer, (SELECT w.number FROM wish w WHERE w.registration = x.id AND w.unit = l.unit) AS wish,
       NOT (l.unit <=> c.unit AND l.supervisor <=> c.supervisor AND l.lecturer <=> c.lecturer) AS differs, n.shares
FROM registration x
JOIN allocation_plan n ON n.activity = x.activity
JOIN allocation l ON l.registration = x.id
LEFT JOIN placement c ON c.registration = x.id
LEFT JOIN unit u ON u.id = l.unit
LEFT JOIN site s ON s.id = l.site
LEFT JOIN person v ON v.id = l.supervisor
LEFT JOIN person t ON t.id = l.lecturer
WHERE x.id = :registration AND x.state = 'registered' AND x.institution IN ({{viewer_institutions}})

-- Those they are to go with.
-- many: together/student
SELECT o.id, IF({{registration_named}}, p.name, NULL) AS name, g.kind
FROM registration y
JOIN allocation_group g ON g.id = y.allocation_group
JOIN registration x ON x.activity = y.activity AND x.allocation_group = y.allocation_group AND x.id <> y.id
JOIN registration o ON o.id = x.id
JOIN person p ON p.id = x.person
WHERE y.id = :registration AND y.institution IN ({{viewer_institutions}})
ORDER BY p.sorted_{alphabet}, x.id

-- Their other placements at the institution: what comes at the same time, and where they have been.
-- many: others/registration
SELECT o.id, a.name AS activity_name, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends, o.state,
       u.name AS unit_name, s.name AS site_name,
       o.state = 'registered' AND x.state = 'registered' AND a.cancelled_at IS NULL
         AND COALESCE(k.starts, a.starts) <= COALESCE(h.ends, b.ends) AND COALESCE(k.ends, a.ends) >= COALESCE(h.starts, b.starts)
         AS overlaps
FROM registration x
JOIN activity b ON b.id = x.activity
LEFT JOIN activity_class h ON h.id = x.activity_class
JOIN registration o ON o.person = x.person AND o.institution = x.institution AND o.id <> x.id
JOIN activity a ON a.id = o.activity
LEFT JOIN activity_class k ON k.id = o.activity_class
LEFT JOIN placement c ON c.registration = o.id
LEFT JOIN unit u ON u.id = c.unit
LEFT JOIN site s ON s.id = c.site
WHERE x.id = :registration AND (x.person = :viewer OR x.institution IN ({{viewer_institutions}}))
ORDER BY starts DESC, o.id LIMIT 50

-- many: history/event
{{history}}
WHERE {{registration_history}}
ORDER BY e.id DESC LIMIT 100

-- many: changes/change
{{history_changes}}
WHERE {{registration_history}} AND {{registration_change_seen}}
ORDER BY c.event DESC, c.number LIMIT 1000
