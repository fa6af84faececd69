-- list: imports/import
-- columns: uploaded_at, file_name, kind, place, phase, rows_total, rows_new, rows_changed, rows_faulty, person
-- sort: -uploaded_at x.id; kind x.kind, x.id; file_name x.file_name {collate}, x.id
SELECT x.id, x.created_at AS uploaded_at, x.kind, COALESCE(i.name, s.name) AS place, x.file_name, {{import_phase}} AS phase,
  x.rows_total, x.rows_new, x.rows_changed, x.rows_faulty, p.name AS person
FROM import x
JOIN person p ON p.id = x.person
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
{{import_job}}
WHERE {{imports_seen}}
  {if kind} AND x.kind = :kind {end}
  {if q} AND (x.file_name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}

-- many: kinds/kind
{{import_kinds}}
