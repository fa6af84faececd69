-- one: import
SELECT x.id, x.kind, x.file_name, COALESCE(i.name, s.name) AS place, x.rows_new, x.rows_changed, x.applied_at
FROM import x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE x.id = :import

-- maybe: prefill
SELECT version FROM import WHERE id = :import

-- step: lock
SELECT 'import' AS thing, x.id, x.version, x.state FROM import x WHERE x.id = :import FOR UPDATE

-- step: at_work
SELECT id FROM job WHERE thing = 'import' AND thing_id = :import AND state IN ('waiting', 'running')
LIMIT 1 FOR UPDATE
