-- one: import
SELECT x.id, x.kind, x.file_name, x.head_row, COALESCE(i.name, s.name) AS place
FROM import x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE x.id = :import

-- many: columns/column
SELECT c.number, c.head, c.samples, (c.field IS NULL AND c.requirement IS NULL) AS unused
FROM import_column c WHERE c.import = :import ORDER BY c.number

-- Requirements follow the kind's own fields, from number 1000.
-- many: fields/field
SELECT f.number AS id, f.name, f.required, c.number AS `column`, c.samples, NULL AS requirement
FROM import x
JOIN import_field f ON f.kind = x.kind
LEFT JOIN import_column c ON c.import = x.id AND c.field = f.name
WHERE x.id = :import
UNION ALL
SELECT 1000 + r.id, NULL, 0, c.number, c.samples, {{requirement_name}}
FROM import x
JOIN requirement r ON x.kind = 'units'
LEFT JOIN import_column c ON c.import = x.id AND c.requirement = r.id
WHERE x.id = :import
ORDER BY id

-- maybe: prefill
SELECT version FROM import WHERE id = :import

-- many: prefill_each/prefill
SELECT 'column' AS field, COALESCE(f.number, 1000 + c.requirement) AS `key`, c.number AS value
FROM import x
JOIN import_column c ON c.import = x.id AND (c.field IS NOT NULL OR c.requirement IS NOT NULL)
LEFT JOIN import_field f ON f.kind = x.kind AND f.name = c.field
WHERE x.id = :import

-- step: lock
SELECT 'import' AS thing, x.id, x.version, x.state FROM import x WHERE x.id = :import FOR UPDATE

-- step: at_work
SELECT id FROM job WHERE thing = 'import' AND thing_id = :import AND state IN ('waiting', 'running')
LIMIT 1 FOR UPDATE

-- step: required
SELECT f.number AS id FROM import x JOIN import_field f ON f.kind = x.kind AND f.required = 1 WHERE x.id = :import

-- step: clear
UPDATE import_column SET field = NULL, requirement = NULL WHERE import = :import

-- step: match
UPDATE import_column c
JOIN import x ON x.id = c.import
LEFT JOIN import_field f ON f.kind = x.kind AND f.number = :field
LEFT JOIN requirement r ON x.kind = 'units' AND 1000 + r.id = :field
SET c.field = f.name, c.requirement = r.id
WHERE c.import = :import AND c.number = :number AND (f.number IS NOT NULL OR r.id IS NOT NULL)

-- step: update
UPDATE import SET matched = 1, state = 'new', error = NULL, version = version + 1 WHERE id = :import
