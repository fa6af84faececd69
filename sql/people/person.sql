-- one: person
SELECT p.id, p.name, p.given_name, p.family_name, p.email, p.phone, p.lang, p.protected,
  IF(a.closed = 1, 'closed', IF(a.person IS NULL, NULL, 'open')) AS account, a.signed_in_at,
  l.id AS invitation, l.expires_at, {{link_state}} AS invitation_state,
  {{viewer_administers}} OR EXISTS (SELECT 1 FROM person_grant x WHERE x.person = p.id AND {{manages_grant}}) AS invite
FROM person p
LEFT JOIN account a ON a.person = p.id
LEFT JOIN account_link l ON a.person IS NULL AND l.purpose = 'invitation' AND l.open_for = p.id
WHERE p.id = :person

-- maybe: student
SELECT t.programme AS programme, g.code, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS programme_name,
  t.cohort AS term, t.number AS student_number, i.name AS institution
FROM student t
JOIN programme g ON g.institution = t.institution AND g.id = t.programme
JOIN institution i ON i.id = t.institution
WHERE t.person = :person
  AND (:person = :viewer OR t.institution IN ({{viewer_institutions}}) OR {{viewer_administers}})

-- Of a student, to themselves and to their institution's staff: which activities they are registered in.
-- many: registrations/registration
SELECT x.id, a.name AS activity_name, k.letter, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends, x.state
FROM registration x
JOIN person p ON p.id = x.person
JOIN activity a ON a.id = x.activity
LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.person = :person AND (x.person = :viewer OR x.institution IN ({{viewer_institutions}})) AND {{registration_named}}
ORDER BY starts DESC, x.id DESC LIMIT 50

-- The courses they read or have read, to the same.
-- many: courses/instance
SELECT n.id, n.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, n.starts, n.ends, x.state
FROM course_registration x
JOIN person p ON p.id = x.person
JOIN course_instance n ON n.institution = x.institution AND n.id = x.course_instance
JOIN course c ON c.institution = n.institution AND c.id = n.course
WHERE x.person = :person AND (x.person = :viewer OR x.institution IN ({{viewer_institutions}})) AND {{registration_named}}
ORDER BY n.starts DESC, n.code LIMIT 50

-- many: grants/grant
-- Only what the viewer may know of: one's own, or those where the viewer looks after people.
SELECT x.id, x.role, x.institution AS institution_id, i.name AS institution, x.site AS site_id, s.name AS site,
  x.unit AS unit_id, u.name AS unit, a.name AS activity, c.letter AS class, x.valid_from, x.valid_to,
  CASE WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity,
  ((x.valid_to IS NULL OR x.valid_to >= :today) AND {{manages_grant}}) AS edit,
  IF(x.activity IS NOT NULL AND x.role <> 'student'
     AND (x.site IN ({{viewer_managed_sites}}) OR x.institution IN ({{viewer_planned}})), 'roles', 'grants') AS address
FROM person_grant x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
LEFT JOIN activity a ON a.id = x.activity
LEFT JOIN activity_class c ON c.id = x.activity_class
WHERE x.person = :person AND (:person = :viewer OR {{sees_grant}})
ORDER BY (x.valid_to IS NOT NULL AND x.valid_to < :today), x.role, x.valid_from, x.id LIMIT 200

-- many: history/event
-- When somebody signs in is nobody else's business, and would drown the rest.
{{history}}
JOIN {{person_things}} t ON t.thing = e.thing AND t.id = e.thing_id
WHERE e.kind NOT IN ('person.signed_in', 'person.signed_out', 'person.session_ended', 'person.password_forgotten')
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
JOIN {{person_things}} t ON t.thing = e.thing AND t.id = e.thing_id
ORDER BY c.event DESC, c.number LIMIT 500
