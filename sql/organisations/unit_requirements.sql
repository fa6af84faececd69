-- one: unit
SELECT u.id, u.name, u.site, s.name AS site_name FROM unit u JOIN site s ON s.id = u.site WHERE u.id = :unit

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name FROM requirement r ORDER BY name {collate}

-- maybe: prefill
SELECT version FROM unit WHERE id = :unit

-- many: prefill_each/prefill
SELECT 'requirements' AS field, requirement AS `key`, 1 AS value FROM unit_requirement WHERE unit = :unit

-- step: lock
SELECT 'unit' AS thing, id, version FROM unit WHERE id = :unit FOR UPDATE

-- step: requirements_now
SELECT r.id, {{requirement_name}} AS name, (ur.unit IS NOT NULL) AS covered
FROM requirement r
LEFT JOIN unit_requirement ur ON ur.requirement = r.id AND ur.unit = :unit
ORDER BY r.id

-- step: cover
INSERT INTO unit_requirement (site, unit, requirement) SELECT site, id, :requirement FROM unit WHERE id = :unit

-- step: uncover
DELETE FROM unit_requirement WHERE unit = :unit AND requirement = :requirement

-- step: update
UPDATE unit SET version = version + 1 WHERE id = :unit
