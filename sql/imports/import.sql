-- one: import
SELECT x.id, x.kind, x.institution AS institution_id, x.site AS site_id, COALESCE(i.name, s.name) AS place,
  x.activity, v.name AS activity_name, x.exam, IF(:lang = 'en', es.name_en, es.name) AS exam_name, x.file_name,
  x.file_bytes, x.file_format, x.invite, x.state, {{import_phase}} AS phase, x.error, x.error_row, x.error_column, x.rows_total, x.rows_new,
  x.rows_changed, x.rows_unchanged, x.rows_faulty, x.rows_new + x.rows_changed AS rows_import, x.created_at, x.checked_at, x.applied_at, x.undone_at,
  p.name AS person_name,
  (SELECT COUNT(DISTINCT n.line) FROM import_note n WHERE n.import = x.id AND n.kind = 'hindrance') AS rows_hindered
FROM import x
JOIN person p ON p.id = x.person
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN activity v ON v.id = x.activity
LEFT JOIN exam ex ON ex.id = x.exam
LEFT JOIN exam_session es ON es.id = ex.exam_session
{{import_job}}
WHERE x.id = :import

-- maybe: job
-- The latest. percent: of what is to be done, when that is known.
SELECT j.id, j.kind, j.state, j.progress, j.total, LEAST(100, j.progress * 100 DIV NULLIF(j.total, 0)) AS percent, j.error,
  j.cancel_wanted, j.attempts, j.created_at, j.finished_at
FROM job j WHERE j.thing = 'import' AND j.thing_id = :import ORDER BY j.id DESC LIMIT 1

-- many: columns/column
SELECT c.number, c.head, c.field, c.requirement, {{requirement_name}} AS requirement_name
FROM import_column c
LEFT JOIN requirement r ON r.id = c.requirement
WHERE c.import = :import
ORDER BY c.number

-- A line for each thing there is to say of a row, and one for a row of which there is none.
-- list: rows/row
-- columns: number, title, outcome, column, value, error, old_value, new_value
-- sort: number r.number, n.number; title r.title {collate}, r.number, n.number
SELECT r.number, r.title, IF(n.kind = 'hindrance', 'hindered', r.outcome) AS outcome, n.kind AS note, n.number AS note_number,
  n.field, c.head AS `column`, n.error, n.subject, IF(n.kind = 'fault', n.subject_id, NULL) AS maximum,
  IF(n.kind = 'fault', n.new_value, NULL) AS value,
  IF(n.kind = 'change', n.old_value, NULL) AS old_value, IF(n.kind = 'change', n.new_value, NULL) AS new_value
FROM import_row r
LEFT JOIN import_note n ON n.import = r.import AND n.line = r.number {{import_notes_shown}}
LEFT JOIN import_column c ON c.import = r.import AND c.field = n.field
WHERE r.import = :import {{import_rows_chosen}}
-- total:
SELECT COUNT(*) FROM import_row r
LEFT JOIN import_note n ON n.import = r.import AND n.line = r.number {{import_notes_shown}}
WHERE r.import = :import {{import_rows_chosen}}

-- many: history/event
{{history}}
WHERE e.thing = 'import' AND e.thing_id = :import
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'import' AND e.thing_id = :import
ORDER BY c.event DESC, c.number LIMIT 500

-- maybe: prefill
SELECT version FROM import WHERE id = :import

-- step: lock
SELECT 'import' AS thing, x.id, x.version, x.state, x.rows_new, x.rows_changed, x.rows_faulty
FROM import x WHERE x.id = :import FOR UPDATE

-- step: at_work
SELECT id FROM job WHERE thing = 'import' AND thing_id = :import AND state IN ('waiting', 'running')
LIMIT 1 FOR UPDATE

-- step: cancel
{{job_cancel}} AND thing = 'import' AND thing_id = :import
