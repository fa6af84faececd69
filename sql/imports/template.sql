-- one: template
SELECT :kind AS kind FROM DUAL WHERE EXISTS (SELECT 1 FROM import_field WHERE kind = :kind)

-- many: fields/field
SELECT f.number AS id, f.kind, f.name, f.required FROM import_field f WHERE f.kind = :kind ORDER BY f.number

-- many: requirements/requirement
SELECT r.id, r.code, {{requirement_name}} AS name FROM requirement r WHERE :kind = 'units' ORDER BY name {collate}
