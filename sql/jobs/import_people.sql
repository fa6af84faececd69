-- People and their roles at one place, known by their e-mail address; a row a role. Of somebody whom whoever imports does
-- not know, nothing is shown or changed: they get the role, as by an invitation. Who has a role elsewhere too keeps their
-- own data. Students also get programme and cohort.

-- step: match_row_begin
UPDATE import_row r SET r.leads = 0, r.known = 0, r.managed = 0, r.person_new = 0, r.grant_id = NULL, r.grant_new = 0,
  r.student_new = 0, r.unit_id = NULL, r.programme_id = NULL, r.thing_id = NULL,
  r.same = MD5(CONCAT_WS(' ', r.email, r.role, COALESCE(r.unit, ''))),
  r.title = COALESCE(NULLIF(TRIM(CONCAT_WS(' ', r.given_name, r.family_name)), ''), r.email, '')
WHERE {{import_rows}}

-- step: match_all_leads
UPDATE import_row r
JOIN (SELECT MIN(o.number) AS number FROM import_row o WHERE o.import = :import AND o.email IS NOT NULL GROUP BY o.email) f
  ON f.number = r.number
SET r.leads = 1
WHERE r.import = :import

-- step: match_row_found
-- Joined, not set by subselects: in a prepared UPDATE of several tables MariaDB lets those see grants that were deleted.
UPDATE import_row r
JOIN (SELECT o.number, p.id,
        {if viewer_administer} 1 {end}
        {unless viewer_administer}
        EXISTS (SELECT 1 FROM person_grant x WHERE x.person = p.id
                AND (x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}})))
        {end} AS known,
        {if viewer_administer} 1 {end}
        {unless viewer_administer}
        EXISTS (SELECT 1 FROM person_grant x WHERE x.person = p.id
                AND (x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}})))
        AND NOT EXISTS (SELECT 1 FROM person_grant x
                        WHERE x.person = p.id AND (x.valid_to IS NULL OR x.valid_to >= :today)
                          AND NOT COALESCE(x.institution IN ({{viewer_planned}}), 0)
                          AND NOT COALESCE(x.site IN ({{viewer_managed_sites}}), 0))
        {end} AS managed
      FROM import_row o JOIN person p ON p.email = o.email
      WHERE o.import = :import AND o.number BETWEEN :from_row AND :to_row) f ON f.number = r.number
SET r.thing_id = f.id, r.known = f.known, r.managed = f.managed
WHERE {{import_rows}}

-- step: match_row_made
UPDATE import_row r SET r.person_new = 1 WHERE {{import_rows}} AND r.leads = 1 AND r.thing_id IS NULL

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'email', 'import_twice', n.first FROM {{import_twice}} AND r.email IS NOT NULL AND r.role IS NOT NULL

-- step: match_all_differs
-- Several rows about one person say the same of them.
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1002, 'fault', 'email', 'import_differs', l.number
FROM import_row r
JOIN (SELECT o.email, MIN(o.number) AS number FROM import_row o
      WHERE o.import = :import AND o.email IS NOT NULL GROUP BY o.email HAVING COUNT(*) > 1) f ON f.email = r.email
JOIN import_row l ON l.import = r.import AND l.number = f.number
WHERE r.import = :import AND r.number <> l.number
  AND (BINARY r.given_name <> BINARY l.given_name OR BINARY r.family_name <> BINARY l.family_name
       OR r.phone <> l.phone OR r.language <> l.language)

-- step: match_row_role
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1003, 'fault', 'role', 'role_not_here', NULL
FROM import_row r
WHERE {{import_rows}} AND r.role IS NOT NULL AND r.role NOT IN (
  {if institution} 'placement_administrator', 'placement_adviser', 'institution_coordinator', 'lecturer', 'exam_planner', 'assessor', 'examiner',
    'student' {end}
  {unless institution} 'site_administrator', 'site_coordinator', 'supervisor' {end})
UNION ALL
SELECT r.import, r.number, 1004, 'fault', 'unit', 'not_for_role', r.unit
FROM import_row r WHERE {{import_rows}} AND r.unit IS NOT NULL AND :site IS NULL
UNION ALL
SELECT r.import, r.number, 1005, 'fault', 'programme', 'only_students', COALESCE(r.programme, r.cohort)
FROM import_row r WHERE {{import_rows}} AND r.role <> 'student' AND (r.programme IS NOT NULL OR r.cohort IS NOT NULL)
UNION ALL
SELECT r.import, r.number, 1006, 'fault', IF(r.programme IS NULL, 'programme', 'cohort'), 'student_needs_both', NULL
FROM import_row r WHERE {{import_rows}} AND r.role = 'student' AND (r.programme IS NULL) <> (r.cohort IS NULL)

-- step: match_row_unit
UPDATE import_row r
JOIN (SELECT t.path AS called, t.id FROM {{import_tree}} t
      UNION
      SELECT n.name, MIN(n.id) FROM {{import_tree}} n WHERE n.depth > 0 GROUP BY n.name HAVING COUNT(*) = 1) u ON u.called = r.unit
SET r.unit_id = u.id
WHERE {{import_rows}} AND r.unit IS NOT NULL

-- step: match_row_programme
UPDATE import_row r JOIN programme p ON p.institution = :institution AND p.code = r.programme
SET r.programme_id = p.id
WHERE {{import_rows}} AND r.programme IS NOT NULL

-- step: match_row_unknown
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1007, 'fault', 'unit', 'import_parent', r.unit
FROM import_row r WHERE {{import_rows}} AND :site IS NOT NULL AND r.unit IS NOT NULL AND r.unit_id IS NULL
UNION ALL
SELECT r.import, r.number, 1008, 'fault', 'programme', 'unknown_programme', r.programme
FROM import_row r WHERE {{import_rows}} AND :institution IS NOT NULL AND r.programme IS NOT NULL AND r.programme_id IS NULL

-- step: match_row_grant
-- The role they have there already in that time; the latest of several.
UPDATE import_row r
JOIN (SELECT o.number, MAX(g.id) AS id
      FROM import_row o
      JOIN person_grant g ON g.person = o.thing_id AND g.role = o.role AND g.institution <=> :institution AND g.site <=> :site
        AND g.unit <=> o.unit_id AND g.activity IS NULL
        AND g.valid_from <= COALESCE(o.valid_to, '9999-12-31')
        AND COALESCE(g.valid_to, '9999-12-31') >= COALESCE(o.valid_from, :today)
      WHERE o.import = :import AND o.number BETWEEN :from_row AND :to_row
      GROUP BY o.number) f ON f.number = r.number
SET r.grant_id = f.id
WHERE {{import_rows}}

-- step: match_row_granted
UPDATE import_row r SET r.grant_new = r.grant_id IS NULL,
  r.student_new = r.role = 'student' AND r.programme_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM student t WHERE t.person = r.thing_id)
WHERE {{import_rows}}

-- step: match_row_period
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1009, 'fault', 'valid_to', 'end_before_start', r.valid_to
FROM import_row r LEFT JOIN person_grant g ON g.id = r.grant_id
WHERE {{import_rows}} AND COALESCE(r.valid_to, g.valid_to) < COALESCE(r.valid_from, g.valid_from, :today)

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, thing, field, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'thing', 'given_name', p.given_name, r.given_name
FROM import_row r JOIN person p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.leads = 1 AND r.managed = 1 AND BINARY r.given_name <> BINARY p.given_name
UNION ALL
SELECT r.import, r.number, 2, 'change', 'thing', 'family_name', p.family_name, r.family_name
FROM import_row r JOIN person p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.leads = 1 AND r.managed = 1 AND BINARY r.family_name <> BINARY p.family_name
UNION ALL
SELECT r.import, r.number, 3, 'change', 'thing', 'phone', p.phone, r.phone
FROM import_row r JOIN person p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.leads = 1 AND r.managed = 1 AND r.phone IS NOT NULL AND NOT (r.phone <=> p.phone)
UNION ALL
SELECT r.import, r.number, 4, 'change', 'thing', 'lang', p.lang, r.language
FROM import_row r JOIN person p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.leads = 1 AND r.managed = 1 AND r.language IS NOT NULL AND r.language <> p.lang

-- step: match_row_grant_changes
INSERT INTO import_note (import, line, number, kind, thing, field, old_value, new_value)
SELECT r.import, r.number, 10, 'change', 'grant', 'role', NULL, r.role
FROM import_row r WHERE {{import_rows}} AND r.known = 1 AND r.grant_new = 1
UNION ALL
SELECT r.import, r.number, 11, 'change', 'grant', 'valid_from', g.valid_from, r.valid_from
FROM import_row r JOIN person_grant g ON g.id = r.grant_id WHERE {{import_rows}} AND r.valid_from <> g.valid_from
UNION ALL
SELECT r.import, r.number, 12, 'change', 'grant', 'valid_to', g.valid_to, r.valid_to
FROM import_row r JOIN person_grant g ON g.id = r.grant_id
WHERE {{import_rows}} AND r.valid_to IS NOT NULL AND NOT (r.valid_to <=> g.valid_to)

-- step: match_row_student_changes
-- Only of the institution's own students; of those of another nothing is known here.
INSERT INTO import_note (import, line, number, kind, thing, field, subject_id, old_value, new_value)
SELECT r.import, r.number, 20, 'change', 'student', 'programme', t.programme, o.code, n.code
FROM import_row r
LEFT JOIN student t ON t.person = r.thing_id
LEFT JOIN programme o ON o.id = t.programme
JOIN programme n ON n.id = r.programme_id
WHERE {{import_rows}} AND r.role = 'student' AND NOT (t.programme <=> r.programme_id)
  AND ((r.student_new = 1 AND r.known = 1) OR t.institution = :institution)
UNION ALL
SELECT r.import, r.number, 21, 'change', 'student', 'cohort', NULL, t.cohort, r.cohort
FROM import_row r
LEFT JOIN student t ON t.person = r.thing_id
WHERE {{import_rows}} AND r.role = 'student' AND r.programme_id IS NOT NULL AND r.cohort IS NOT NULL AND NOT (t.cohort <=> r.cohort)
  AND ((r.student_new = 1 AND r.known = 1) OR t.institution = :institution)

-- step: apply_row_person
INSERT INTO person (given_name, family_name, email, phone, lang)
SELECT r.given_name, r.family_name, r.email, r.phone, COALESCE(r.language, :lang)
FROM import_row r WHERE {{import_rows}} AND r.person_new = 1 ORDER BY r.number

-- step: apply_row_found
UPDATE import_row r JOIN person p ON p.email = r.email SET r.thing_id = p.id
WHERE {{import_rows}} AND r.thing_id IS NULL

-- step: apply_row_change
UPDATE person p JOIN import_row r ON r.thing_id = p.id
SET p.given_name = COALESCE(r.given_name, p.given_name), p.family_name = COALESCE(r.family_name, p.family_name),
  p.phone = COALESCE(r.phone, p.phone), p.lang = COALESCE(r.language, p.lang), p.version = p.version + 1
WHERE {{import_rows}}
  AND EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing')

-- step: apply_row_version
UPDATE import_row r JOIN person p ON p.id = r.thing_id SET r.thing_version = p.version WHERE {{import_rows}}

-- step: apply_row_student
INSERT INTO student (person, institution, programme, cohort)
SELECT r.thing_id, :institution, r.programme_id, r.cohort FROM import_row r WHERE {{import_rows}} AND r.student_new = 1

-- step: apply_row_student_change
UPDATE student t JOIN import_row r ON r.thing_id = t.person
SET t.programme = COALESCE(r.programme_id, t.programme), t.cohort = COALESCE(r.cohort, t.cohort), t.version = t.version + 1
WHERE {{import_rows}} AND r.student_new = 0 AND t.institution = :institution
  AND EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'student')

-- step: apply_row_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', IF(r.person_new, 'person.created', 'person.changed'), 'person', r.thing_id,
  r.thing_version, :request
FROM import_row r WHERE {{import_rows}} AND (r.person_new = 1 OR {{import_person_changed}})

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, n.field, n.subject, n.old_value, n.new_value
FROM import_row r
JOIN event e ON e.thing = 'person' AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing IN ('thing', 'student')
WHERE {{import_rows}}
UNION ALL
SELECT e.id, 60000, 'import', NULL, NULL, :file_name
FROM import_row r
JOIN event e ON e.thing = 'person' AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
WHERE {{import_rows}} AND (r.person_new = 1 OR {{import_person_changed}})

-- step: apply_row_grant
INSERT INTO person_grant (person, role, institution, site, unit, valid_from, valid_to)
SELECT r.thing_id, r.role, :institution, :site, r.unit_id, COALESCE(r.valid_from, :today), r.valid_to
FROM import_row r WHERE {{import_rows}} AND r.grant_new = 1 ORDER BY r.number

-- step: apply_row_granted
UPDATE import_row r
JOIN (SELECT o.number, MAX(g.id) AS id
      FROM import_row o
      JOIN person_grant g ON g.person = o.thing_id AND g.role = o.role AND g.institution <=> :institution AND g.site <=> :site
        AND g.unit <=> o.unit_id AND g.activity IS NULL AND g.valid_from = COALESCE(o.valid_from, :today)
      WHERE o.import = :import AND o.number BETWEEN :from_row AND :to_row AND o.grant_new = 1
      GROUP BY o.number) f ON f.number = r.number
SET r.grant_id = f.id
WHERE {{import_rows}}

-- step: apply_row_grant_change
UPDATE person_grant g JOIN import_row r ON r.grant_id = g.id
SET g.valid_from = COALESCE(r.valid_from, g.valid_from), g.valid_to = COALESCE(r.valid_to, g.valid_to), g.version = g.version + 1
WHERE {{import_rows}} AND r.grant_new = 0
  AND EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'grant')

-- step: apply_row_grant_version
UPDATE import_row r JOIN person_grant g ON g.id = r.grant_id SET r.grant_version = g.version WHERE {{import_rows}}

-- step: apply_row_grant_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', IF(r.grant_new, 'grant.created', 'grant.changed'), 'grant', r.grant_id,
  r.grant_version, :institution, :site, :request
FROM import_row r
WHERE {{import_rows}} AND (r.grant_new = 1
  OR EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'grant'))

-- step: apply_row_grant_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, k.number, k.field, NULL, NULL,
  CASE k.number WHEN 1 THEN r.role WHEN 2 THEN (SELECT COALESCE(i.name, s.name) FROM import x
                                                  LEFT JOIN institution i ON i.id = x.institution
                                                  LEFT JOIN site s ON s.id = x.site WHERE x.id = r.import)
                WHEN 3 THEN (SELECT u.name FROM unit u WHERE u.id = r.unit_id)
                WHEN 4 THEN COALESCE(r.valid_from, :today) WHEN 5 THEN r.valid_to ELSE :file_name END
FROM import_row r
JOIN event e ON e.thing = 'grant' AND e.thing_id = r.grant_id AND e.thing_version = r.grant_version AND e.request = :request
JOIN (SELECT 1 AS number, 'role' AS field UNION ALL SELECT 2, 'organisation' UNION ALL SELECT 3, 'unit'
      UNION ALL SELECT 4, 'valid_from' UNION ALL SELECT 5, 'valid_to' UNION ALL SELECT 60000, 'import') k
  ON (k.number <> 3 OR r.unit_id IS NOT NULL) AND (k.number <> 5 OR r.valid_to IS NOT NULL)
WHERE {{import_rows}} AND r.grant_new = 1
UNION ALL
SELECT e.id, n.number, n.field, NULL, n.old_value, n.new_value
FROM import_row r
JOIN event e ON e.thing = 'grant' AND e.thing_id = r.grant_id AND e.thing_version = r.grant_version AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'grant'
WHERE {{import_rows}} AND r.grant_new = 0

-- step: hinder_row_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(p.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN person p ON p.id = r.thing_id
WHERE {{import_rows}} AND (r.person_new = 1 OR {{import_person_changed}}) AND NOT (p.version <=> r.thing_version)
UNION ALL
SELECT r.import, r.number, 2, 'hindrance', IF(g.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN person_grant g ON g.id = r.grant_id
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND NOT (g.version <=> r.grant_version)

-- step: hinder_row_account
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 3, 'hindrance', 'undo_has_account'
FROM import_row r
WHERE {{import_rows}} AND r.person_new = 1
  AND (EXISTS (SELECT 1 FROM account a WHERE a.person = r.thing_id)
       OR EXISTS (SELECT 1 FROM account_link l WHERE l.person = r.thing_id)
       OR EXISTS (SELECT 1 FROM mail m WHERE m.person = r.thing_id))

-- step: hinder_row_grants
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 4, 'hindrance', 'undo_has_grants'
FROM import_row r
WHERE {{import_rows}} AND r.person_new = 1
  AND EXISTS (SELECT 1 FROM person_grant g LEFT JOIN import_row o ON o.import = :import AND o.grant_id = g.id
              WHERE g.person = r.thing_id AND o.number IS NULL)

-- step: undo_row_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', IF(r.person_new, 'person.removed', 'person.changed'), 'person', r.thing_id,
  r.thing_version + 1, :request
FROM import_row r WHERE {{import_rows}} AND (r.person_new = 1 OR {{import_person_changed}})

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, n.field, n.subject, n.new_value, n.old_value
FROM import_row r
JOIN event e ON e.thing = 'person' AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing IN ('thing', 'student')
WHERE {{import_rows}} AND r.person_new = 0
UNION ALL
SELECT e.id, 60000, 'import', NULL, :file_name, NULL
FROM import_row r
JOIN event e ON e.thing = 'person' AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
WHERE {{import_rows}} AND (r.person_new = 1 OR {{import_person_changed}})

-- step: undo_row_grant_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, site, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', IF(r.grant_new, 'grant.removed', 'grant.changed'), 'grant', r.grant_id,
  r.grant_version + 1, :institution, :site, :request
FROM import_row r
WHERE {{import_rows}} AND (r.grant_new = 1
  OR EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'grant'))

-- step: undo_row_grant_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, n.field, NULL, n.new_value, n.old_value
FROM import_row r
JOIN event e ON e.thing = 'grant' AND e.thing_id = r.grant_id AND e.thing_version = r.grant_version + 1 AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'grant'
WHERE {{import_rows}} AND r.grant_new = 0

-- step: undo_row_ungrant
DELETE g FROM person_grant g JOIN import_row r ON r.grant_id = g.id WHERE {{import_rows}} AND r.grant_new = 1

-- step: undo_row_grant_restore
UPDATE person_grant g
JOIN import_row r ON r.grant_id = g.id
LEFT JOIN import_note f ON f.import = r.import AND f.line = r.number AND f.kind = 'change' AND f.number = 11
LEFT JOIN import_note t ON t.import = r.import AND t.line = r.number AND t.kind = 'change' AND t.number = 12
SET g.valid_from = COALESCE(f.old_value, g.valid_from), g.valid_to = IF(t.number IS NULL, g.valid_to, t.old_value),
  g.version = g.version + 1
WHERE {{import_rows}} AND r.grant_new = 0 AND (f.number IS NOT NULL OR t.number IS NOT NULL)

-- step: undo_row_student
DELETE t FROM student t JOIN import_row r ON r.thing_id = t.person WHERE {{import_rows}} AND r.student_new = 1

-- step: undo_row_student_restore
UPDATE student t
JOIN import_row r ON r.thing_id = t.person
LEFT JOIN import_note p ON p.import = r.import AND p.line = r.number AND p.kind = 'change' AND p.number = 20
LEFT JOIN import_note c ON c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.number = 21
SET t.programme = COALESCE(p.subject_id, t.programme), t.cohort = COALESCE(c.old_value, t.cohort), t.version = t.version + 1
WHERE {{import_rows}} AND r.student_new = 0 AND t.institution = :institution AND (p.number IS NOT NULL OR c.number IS NOT NULL)

-- step: undo_row_restore
UPDATE person p
JOIN import_row r ON r.thing_id = p.id
LEFT JOIN import_note a ON a.import = r.import AND a.line = r.number AND a.kind = 'change' AND a.number = 1
LEFT JOIN import_note b ON b.import = r.import AND b.line = r.number AND b.kind = 'change' AND b.number = 2
LEFT JOIN import_note c ON c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.number = 3
LEFT JOIN import_note d ON d.import = r.import AND d.line = r.number AND d.kind = 'change' AND d.number = 4
SET p.given_name = COALESCE(a.old_value, p.given_name), p.family_name = COALESCE(b.old_value, p.family_name),
  p.phone = IF(c.number IS NULL, p.phone, c.old_value), p.lang = COALESCE(d.old_value, p.lang), p.version = p.version + 1
WHERE {{import_rows}} AND COALESCE(a.number, b.number, c.number, d.number) IS NOT NULL

-- step: undo_row_remove
DELETE p FROM person p JOIN import_row r ON r.thing_id = p.id WHERE {{import_rows}} AND r.person_new = 1

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.person_new = 0
  AND EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing')

-- step: undo_row_forgive_grant
UPDATE import_row r
JOIN import_row o ON o.thing_id = r.thing_id AND o.grant_id = r.grant_id AND o.import <> r.import AND o.grant_version = r.grant_version - 1
JOIN import x ON x.id = o.import AND x.kind = :kind AND x.state = 'applied'
SET o.grant_version = r.grant_version + 1
WHERE {{import_rows}} AND r.grant_new = 0
