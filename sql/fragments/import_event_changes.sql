-- What the notes of changes say, below the events of this import on things of kind e.thing; and that it was an import.
SELECT e.id, n.number, n.field, n.subject, n.old_value, n.new_value
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.thing = 'thing'
WHERE {{import_rows}} AND r.outcome = 'changed'
UNION ALL
SELECT e.id, 60000, 'import', NULL, NULL, :file_name
FROM import_row r
JOIN event e ON e.thing = :thing AND e.thing_id = r.thing_id AND e.thing_version = r.thing_version AND e.request = :request
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')
