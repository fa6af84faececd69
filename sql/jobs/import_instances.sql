-- Courses as they are held, known by their code. The course is there already.

-- step: lock_all_instances
SELECT n.id FROM course_instance n WHERE n.institution = :institution FOR UPDATE

-- step: match_row_found
UPDATE import_row r
LEFT JOIN course_instance n ON n.institution = :institution AND n.code = r.code
LEFT JOIN course c ON c.institution = :institution AND c.code = r.course
SET r.thing_id = n.id, r.course_id = c.id, r.same = MD5(r.code), r.title = COALESCE(r.code, '')
WHERE {{import_rows}}

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'code', 'import_twice', n.first FROM {{import_twice}}

-- step: match_row_course
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1002, 'fault', 'course', 'unknown_course', r.course
FROM import_row r WHERE {{import_rows}} AND r.course IS NOT NULL AND r.course_id IS NULL
UNION ALL
SELECT r.import, r.number, 1003, 'fault', 'code', 'taken', r.code
FROM import_row r JOIN course_instance n ON n.id = r.thing_id
WHERE {{import_rows}} AND r.course_id IS NOT NULL AND n.course <> r.course_id
UNION ALL
SELECT r.import, r.number, 1004, 'fault', 'ends', 'end_before_start', r.ends
FROM import_row r WHERE {{import_rows}} AND r.ends < r.starts

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'starts', n.starts, r.starts
FROM import_row r JOIN course_instance n ON n.id = r.thing_id WHERE {{import_rows}} AND r.starts <> n.starts
UNION ALL
SELECT r.import, r.number, 2, 'change', 'ends', n.ends, r.ends
FROM import_row r JOIN course_instance n ON n.id = r.thing_id WHERE {{import_rows}} AND r.ends <> n.ends

-- step: apply_row_insert
INSERT INTO course_instance (institution, course, code, starts, ends)
SELECT :institution, r.course_id, r.code, r.starts, r.ends
FROM import_row r WHERE {{import_rows}} AND r.outcome = 'new' ORDER BY r.number

-- step: apply_row_update
UPDATE course_instance n JOIN import_row r ON r.thing_id = n.id
SET n.starts = r.starts, n.ends = r.ends, n.version = n.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_version
UPDATE import_row r JOIN course_instance n ON n.institution = :institution AND n.code = r.code
SET r.thing_id = n.id, r.thing_version = n.version
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_row_event
{{import_events}}

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_changes}}

-- step: hinder_row_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(n.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN course_instance n ON n.id = r.thing_id
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND NOT (n.version <=> r.thing_version)

-- step: hinder_row_activities
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 2, 'hindrance', 'undo_has_activities'
FROM import_row r JOIN activity a ON a.institution = :institution AND a.course_instance = r.thing_id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_event
{{import_undo_events}}

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_undone}}

-- step: undo_row_restore
UPDATE course_instance n
JOIN import_row r ON r.thing_id = n.id
LEFT JOIN import_note s ON s.import = r.import AND s.line = r.number AND s.kind = 'change' AND s.field = 'starts'
LEFT JOIN import_note e ON e.import = r.import AND e.line = r.number AND e.kind = 'change' AND e.field = 'ends'
SET n.starts = COALESCE(s.old_value, n.starts), n.ends = COALESCE(e.old_value, n.ends), n.version = n.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_remove
DELETE n FROM course_instance n JOIN import_row r ON r.thing_id = n.id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.outcome = 'changed'
