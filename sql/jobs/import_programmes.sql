-- Programmes of an institution, known by their code.

-- step: lock_all_programmes
SELECT p.id FROM programme p WHERE p.institution = :institution FOR UPDATE

-- step: match_row_found
UPDATE import_row r LEFT JOIN programme p ON p.institution = :institution AND p.code = r.code
SET r.thing_id = p.id, r.same = MD5(r.code), r.title = TRIM(CONCAT_WS(' ', r.code, r.name))
WHERE {{import_rows}}

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'code', 'import_twice', n.first FROM {{import_twice}}

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'name', p.name, r.name
FROM import_row r JOIN programme p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.name IS NOT NULL AND BINARY r.name <> BINARY p.name
UNION ALL
SELECT r.import, r.number, 2, 'change', 'name_en', p.name_en, r.name_en
FROM import_row r JOIN programme p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.name_en IS NOT NULL AND NOT (BINARY r.name_en <=> BINARY p.name_en)

-- step: apply_row_insert
INSERT INTO programme (institution, code, name, name_en)
SELECT :institution, r.code, r.name, r.name_en FROM import_row r WHERE {{import_rows}} AND r.outcome = 'new' ORDER BY r.number

-- step: apply_row_update
UPDATE programme p JOIN import_row r ON r.thing_id = p.id
SET p.name = COALESCE(r.name, p.name), p.name_en = COALESCE(r.name_en, p.name_en), p.version = p.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_version
UPDATE import_row r JOIN programme p ON p.institution = :institution AND p.code = r.code
SET r.thing_id = p.id, r.thing_version = p.version
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_row_event
{{import_events}}

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_changes}}

-- step: hinder_row_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(p.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN programme p ON p.id = r.thing_id
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND NOT (p.version <=> r.thing_version)

-- step: hinder_row_courses
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 2, 'hindrance', 'undo_has_courses'
FROM import_row r JOIN course c ON c.institution = :institution AND c.programme = r.thing_id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: hinder_row_students
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 3, 'hindrance', 'undo_has_students'
FROM import_row r JOIN student t ON t.institution = :institution AND t.programme = r.thing_id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_event
{{import_undo_events}}

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_undone}}

-- step: undo_row_restore
UPDATE programme p
JOIN import_row r ON r.thing_id = p.id
LEFT JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.field = 'name'
LEFT JOIN import_note e ON e.import = r.import AND e.line = r.number AND e.kind = 'change' AND e.field = 'name_en'
SET p.name = IF(n.number IS NULL, p.name, n.old_value), p.name_en = IF(e.number IS NULL, p.name_en, e.old_value),
  p.version = p.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_remove
DELETE p FROM programme p JOIN import_row r ON r.thing_id = p.id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.outcome = 'changed'
