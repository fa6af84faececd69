-- The notes of changes the other way round, below the events of undoing.
SELECT e.id, n.number, n.field, n.subject, n.new_value, n.old_value
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing'
WHERE {{import_rows}} AND r.outcome = 'changed'
UNION ALL
SELECT e.id, 60000, 'import', NULL, :file_name, NULL
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version + 1 AND e.request = :request
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')
