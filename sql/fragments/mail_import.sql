SELECT x.id, x.kind, x.file_name, x.state, x.rows_new, x.rows_changed, COALESCE(i.name, s.name) AS place
FROM import x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE x.id = :thing_id
