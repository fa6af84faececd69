-- Students of one activity (:activity), known by their e-mail address. Who is not known is made a student of the institution, in the
-- activity's programme; of who is, nothing is changed but their registration. Who withdrew is registered again. Who is known elsewhere
-- only becomes a student here without a word of that.

-- step: lock_all_counts
{{lock_counts}}

-- step: lock_all_plan
{{plan_lock}}

-- step: lock_all_students
SELECT x.id FROM registration x WHERE x.activity = :activity FOR UPDATE

-- step: match_row_begin
UPDATE import_row r SET r.leads = 1, r.known = 1, r.managed = 0, r.person_new = 0, r.person_id = NULL, r.grant_id = NULL, r.grant_new = 0,
  r.student_new = 0, r.class_id = NULL, r.thing_id = NULL, r.same = MD5(r.email),
  r.title = COALESCE(NULLIF(TRIM(CONCAT_WS(' ', r.given_name, r.family_name)), ''), r.email, '')
WHERE {{import_rows}}

-- step: match_row_person
-- managed: known here. Whether an address is somebody's elsewhere is not to be seen.
UPDATE import_row r
JOIN person p ON p.email = r.email
LEFT JOIN (SELECT DISTINCT g.person FROM person_grant g WHERE g.institution = :institution) h ON h.person = p.id
SET r.person_id = p.id, r.managed = h.person IS NOT NULL
WHERE {{import_rows}}

-- step: match_row_made
UPDATE import_row r SET r.person_new = 1 WHERE {{import_rows}} AND r.person_id IS NULL AND r.email IS NOT NULL

-- step: match_row_names
INSERT INTO import_note (import, line, number, kind, field, error)
SELECT r.import, r.number, 1003, 'fault', 'given_name', 'import_name_needed'
FROM import_row r WHERE {{import_rows}} AND r.managed = 0 AND r.email IS NOT NULL AND r.given_name IS NULL
UNION ALL
SELECT r.import, r.number, 1004, 'fault', 'family_name', 'import_name_needed'
FROM import_row r WHERE {{import_rows}} AND r.managed = 0 AND r.email IS NOT NULL AND r.family_name IS NULL

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'email', 'import_twice', n.first FROM {{import_twice}} AND r.email IS NOT NULL

-- step: match_row_class
UPDATE import_row r JOIN activity_class k ON k.activity = :activity AND k.letter = r.class SET r.class_id = k.id
WHERE {{import_rows}}

-- step: match_row_found
UPDATE import_row r JOIN registration x ON x.activity = :activity AND x.person = r.person_id SET r.thing_id = x.id
WHERE {{import_rows}}

-- step: match_row_classless
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1005, 'fault', 'class', IF(r.class IS NULL, 'required', 'unknown_class'), r.class
FROM import_row r
WHERE {{import_rows}} AND r.class_id IS NULL
  AND (r.class IS NOT NULL
       OR (r.thing_id IS NULL AND EXISTS (SELECT 1 FROM activity_class k WHERE k.activity = :activity)))

-- step: match_row_shut
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1006, 'fault', IF(a.cancelled_at IS NULL, 'activity_past', 'activity_cancelled')
FROM import_row r JOIN activity a ON a.id = :activity
WHERE {{import_rows}} AND (a.cancelled_at IS NOT NULL OR a.ends < CAST(:today AS DATE))

-- step: match_row_grant
-- That they are students here when the activity begins.
UPDATE import_row r
JOIN (SELECT o.number, MAX(g.id) AS id
      FROM import_row o
      JOIN activity a ON a.id = :activity
      JOIN person_grant g ON g.person = o.person_id AND g.role = 'student' AND g.institution = :institution AND g.activity IS NULL
        AND (g.valid_to IS NULL OR g.valid_to >= a.starts)
      WHERE o.import = :import AND o.number BETWEEN :from_row AND :to_row
      GROUP BY o.number) f ON f.number = r.number
SET r.grant_id = f.id
WHERE {{import_rows}}

-- step: match_row_granted
UPDATE import_row r SET r.grant_new = r.grant_id IS NULL,
  r.student_new = NOT EXISTS (SELECT 1 FROM student t WHERE t.person = r.person_id)
WHERE {{import_rows}} AND r.email IS NOT NULL

-- step: match_row_role
INSERT INTO import_note (import, line, number, kind, thing, field, old_value, new_value)
SELECT r.import, r.number, 10, 'change', 'grant', 'role', NULL, 'student'
FROM import_row r WHERE {{import_rows}} AND r.grant_new = 1 AND r.managed = 1

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, subject_id, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'class', x.activity_class, o.letter, r.class
FROM import_row r JOIN registration x ON x.id = r.thing_id
LEFT JOIN activity_class o ON o.id = x.activity_class
WHERE {{import_rows}} AND r.class_id IS NOT NULL AND NOT (r.class_id <=> x.activity_class)
UNION ALL
SELECT r.import, r.number, 2, 'change', 'municipality', CAST(x.municipality AS UNSIGNED), o.name, m.name
FROM import_row r JOIN registration x ON x.id = r.thing_id
JOIN municipality m ON m.number = r.municipality
LEFT JOIN municipality o ON o.number = x.municipality
WHERE {{import_rows}} AND NOT (r.municipality <=> x.municipality)
UNION ALL
SELECT r.import, r.number, 3, 'change', 'car', NULL, x.car, r.car
FROM import_row r JOIN registration x ON x.id = r.thing_id
WHERE {{import_rows}} AND r.car IS NOT NULL AND r.car <> x.car
UNION ALL
SELECT r.import, r.number, 4, 'change', 'withdrawn_on', NULL, x.withdrawn_on, NULL
FROM import_row r JOIN registration x ON x.id = r.thing_id
WHERE {{import_rows}} AND x.state = 'withdrawn'

-- step: apply_row_person
INSERT INTO person (given_name, family_name, email, lang)
SELECT r.given_name, r.family_name, r.email, :lang
FROM import_row r WHERE {{import_rows}} AND r.person_new = 1 ORDER BY r.number

-- step: apply_row_found
UPDATE import_row r JOIN person p ON p.email = r.email SET r.person_id = p.id WHERE {{import_rows}} AND r.person_id IS NULL

-- step: apply_row_student
INSERT INTO student (person, institution, programme, cohort)
SELECT r.person_id, :institution, c.programme, COALESCE(r.cohort, a.term)
FROM import_row r
JOIN activity a ON a.id = :activity
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
WHERE {{import_rows}} AND r.student_new = 1

-- step: apply_row_grant
INSERT INTO person_grant (person, role, institution, valid_from)
SELECT r.person_id, 'student', :institution, :today FROM import_row r WHERE {{import_rows}} AND r.grant_new = 1 ORDER BY r.number

-- step: apply_row_granted
UPDATE import_row r
JOIN (SELECT o.number, MAX(g.id) AS id
      FROM import_row o
      JOIN person_grant g ON g.person = o.person_id AND g.role = 'student' AND g.institution = :institution AND g.activity IS NULL
        AND g.valid_from = :today
      WHERE o.import = :import AND o.number BETWEEN :from_row AND :to_row AND o.grant_new = 1
      GROUP BY o.number) f ON f.number = r.number
SET r.grant_id = f.id, r.grant_version = 1
WHERE {{import_rows}}

-- step: apply_row_register
INSERT INTO registration (institution, activity, activity_class, person, municipality, car)
SELECT :institution, :activity, r.class_id, r.person_id, r.municipality, COALESCE(r.car, 0)
FROM import_row r WHERE {{import_rows}} AND r.outcome = 'new' ORDER BY r.number

-- step: apply_row_registered
UPDATE import_row r JOIN registration x ON x.activity = :activity AND x.person = r.person_id SET r.thing_id = x.id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: apply_row_unseat
-- Who moves to a class that their unit is shut to has no place there any more.
UPDATE allocation l
JOIN import_row r ON r.thing_id = l.registration
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.field = 'class'
JOIN class_closed_unit f ON f.activity_class = r.class_id AND f.unit = l.unit
SET l.site = NULL, l.unit = NULL, l.supervisor = NULL, l.locked = 0, l.version = l.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_change
UPDATE registration x JOIN import_row r ON r.thing_id = x.id
SET x.activity_class = COALESCE(r.class_id, x.activity_class), x.municipality = COALESCE(r.municipality, x.municipality),
  x.car = COALESCE(r.car, x.car), x.state = 'registered', x.withdrawn_on = NULL, x.version = x.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_version
UPDATE import_row r JOIN registration x ON x.id = r.thing_id SET r.thing_version = x.version
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_row_people_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', 'person.created', 'person', r.person_id, 1, NULL, :request
FROM import_row r WHERE {{import_rows}} AND r.person_new = 1
UNION ALL
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', 'grant.created', 'grant', r.grant_id, 1, :institution, :request
FROM import_row r WHERE {{import_rows}} AND r.grant_new = 1

-- step: apply_row_people_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, 1, 'role', NULL, NULL, 'student'
FROM import_row r
JOIN event e ON e.thing = 'grant' AND e.thing_id = r.grant_id AND e.thing_version = 1 AND e.request = :request
WHERE {{import_rows}} AND r.grant_new = 1
UNION ALL
SELECT e.id, 60000, 'import', NULL, NULL, :file_name
FROM import_row r
JOIN event e ON e.request = :request AND e.thing_version = 1
  AND ((e.thing = 'person' AND e.thing_id = r.person_id AND r.person_new = 1)
       OR (e.thing = 'grant' AND e.thing_id = r.grant_id AND r.grant_new = 1))
WHERE {{import_rows}}

-- step: apply_row_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, activity, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, k.kind, :thing, r.thing_id, r.thing_version, :institution, :activity, :request
FROM {{import_registration_told}}

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, n.field, NULL, n.old_value, n.new_value
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
JOIN {{import_registration_kinds}} ON k.kind = e.kind
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing' AND n.number BETWEEN k.first AND k.last
WHERE {{import_rows}} AND r.outcome = 'changed'
UNION ALL
SELECT e.id, 59999, 'class', NULL, NULL, r.class
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
WHERE {{import_rows}} AND r.outcome = 'new' AND r.class_id IS NOT NULL
UNION ALL
SELECT e.id, 60000, 'import', NULL, NULL, :file_name
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_all_recount
{{recount_allocation}}

-- step: hinder_row_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(x.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN registration x ON x.id = r.thing_id
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND NOT (x.version <=> r.thing_version)
UNION ALL
SELECT r.import, r.number, 2, 'hindrance', IF(g.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN person_grant g ON g.id = r.grant_id
WHERE {{import_rows}} AND r.grant_new = 1 AND NOT (g.version <=> r.grant_version)
UNION ALL
SELECT r.import, r.number, 5, 'hindrance', 'undo_changed'
FROM import_row r JOIN person p ON p.id = r.person_id
WHERE {{import_rows}} AND r.person_new = 1 AND p.version <> 1

-- step: hinder_row_place
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 6, 'hindrance', 'undo_has_place'
FROM import_row r
LEFT JOIN allocation l ON l.registration = r.thing_id AND (l.unit IS NOT NULL OR l.lecturer IS NOT NULL)
LEFT JOIN placement c ON c.registration = r.thing_id
WHERE {{import_rows}} AND COALESCE(l.registration, c.registration) IS NOT NULL
  AND (r.outcome = 'new'
       OR EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change'
                  AND n.field IN ('class', 'withdrawn_on')))

-- step: hinder_row_proposal
-- A proposal says of each of its students where they would go: discarded first.
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 7, 'hindrance', 'undo_has_proposal'
FROM import_row r
WHERE {{import_rows}} AND r.outcome = 'new' AND EXISTS (SELECT 1 FROM proposal_student s WHERE s.registration = r.thing_id)

-- step: hinder_row_account
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 3, 'hindrance', 'undo_has_account'
FROM import_row r
WHERE {{import_rows}} AND r.person_new = 1
  AND (EXISTS (SELECT 1 FROM account a WHERE a.person = r.person_id)
       OR EXISTS (SELECT 1 FROM account_link l WHERE l.person = r.person_id)
       OR EXISTS (SELECT 1 FROM mail m WHERE m.person = r.person_id))

-- step: hinder_row_grants
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 4, 'hindrance', 'undo_has_grants'
FROM import_row r
WHERE {{import_rows}} AND r.person_new = 1
  AND (EXISTS (SELECT 1 FROM person_grant g WHERE g.person = r.person_id AND g.id <> r.grant_id)
       OR EXISTS (SELECT 1 FROM registration x WHERE x.person = r.person_id AND x.id <> r.thing_id))

-- step: undo_row_people_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', 'person.removed', 'person', r.person_id, 2, NULL, :request
FROM import_row r WHERE {{import_rows}} AND r.person_new = 1
UNION ALL
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', 'grant.removed', 'grant', r.grant_id, 2, :institution, :request
FROM import_row r WHERE {{import_rows}} AND r.grant_new = 1

-- step: undo_row_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, activity, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, k.undone, :thing, r.thing_id, r.thing_version + 1, :institution, :activity, :request
FROM {{import_registration_told}}

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, n.field, NULL, n.new_value, n.old_value
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
JOIN {{import_registration_kinds}} ON k.undone = e.kind
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing' AND n.number BETWEEN k.first AND k.last
WHERE {{import_rows}} AND r.outcome = 'changed'
UNION ALL
SELECT e.id, 60000, 'import', NULL, :file_name, NULL
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: undo_row_unallocate
DELETE l FROM allocation l JOIN import_row r ON r.thing_id = l.registration WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_unregister
DELETE x FROM registration x JOIN import_row r ON r.thing_id = x.id WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_restore
UPDATE registration x
JOIN import_row r ON r.thing_id = x.id
LEFT JOIN import_note k ON k.import = r.import AND k.line = r.number AND k.kind = 'change' AND k.number = 1
LEFT JOIN import_note m ON m.import = r.import AND m.line = r.number AND m.kind = 'change' AND m.number = 2
LEFT JOIN import_note c ON c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.number = 3
LEFT JOIN import_note w ON w.import = r.import AND w.line = r.number AND w.kind = 'change' AND w.number = 4
SET x.activity_class = IF(k.number IS NULL, x.activity_class, k.subject_id),
  x.municipality = IF(m.number IS NULL, x.municipality, LPAD(m.subject_id, 4, '0')), x.car = COALESCE(c.old_value, x.car),
  x.state = IF(w.number IS NULL, x.state, 'withdrawn'), x.withdrawn_on = IF(w.number IS NULL, x.withdrawn_on, w.old_value),
  x.version = x.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_ungrant
DELETE g FROM person_grant g JOIN import_row r ON r.grant_id = g.id WHERE {{import_rows}} AND r.grant_new = 1

-- step: undo_row_student
DELETE t FROM student t JOIN import_row r ON r.person_id = t.person WHERE {{import_rows}} AND r.student_new = 1

-- step: undo_row_remove
DELETE p FROM person p JOIN import_row r ON r.person_id = p.id WHERE {{import_rows}} AND r.person_new = 1

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_all_recount
{{recount_allocation}}
