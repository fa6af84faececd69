-- What a unit must offer a student, and where they must not be. Never why; read and written by who allocates.
-- one: registration
{{registration_head}}

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name FROM requirement r ORDER BY name {collate}

-- many: conflicts/conflict
SELECT q.id, q.kind, s.name AS site_name, u.name AS unit_name
FROM registration_conflict q
JOIN site s ON s.id = q.site
LEFT JOIN unit u ON u.id = q.unit
WHERE q.registration = :registration
ORDER BY s.name {collate}, u.name {collate}, q.id

-- Where the activity's students may come: sites that were asked, and others the institution has an agreement with.
-- many: sites/site
SELECT s.id, s.name FROM site s WHERE s.id IN ({{registration_sites}}) ORDER BY s.name {collate}, s.id

-- many: units/unit
SELECT u.id, CONCAT(s.name, ' – ', u.name) AS name
FROM registration x
JOIN placement_order o ON o.activity = x.activity AND o.state <> 'withdrawn'
JOIN site s ON s.id = o.site
JOIN unit u ON u.site = s.id
WHERE x.id = :registration
GROUP BY u.id, s.name, u.name
ORDER BY s.name {collate}, u.name {collate}, u.id

-- maybe: prefill
SELECT x.version FROM registration x WHERE x.id = :registration

-- many: prefill_each/prefill
SELECT 'requirements' AS field, q.requirement AS `key`, 1 AS value
FROM registration_requirement q WHERE q.registration = :registration
UNION ALL
SELECT 'conflicts', q.id, 1 FROM registration_conflict q WHERE q.registration = :registration

-- step: lock_plan
{{plan_lock_of_registration}}

-- step: lock
{{registration_lock}}

-- step: requirements_now
SELECT r.id, {{requirement_name}} AS name, q.registration IS NOT NULL AS held
FROM requirement r
LEFT JOIN registration_requirement q ON q.requirement = r.id AND q.registration = :registration
ORDER BY r.id

-- step: conflicts_now
SELECT q.id, q.kind, q.site, q.unit, COALESCE(CONCAT(u.name, ' – ', s.name), s.name) AS name
FROM registration_conflict q
JOIN site s ON s.id = q.site
LEFT JOIN unit u ON u.id = q.unit
WHERE q.registration = :registration ORDER BY q.id

-- step: place
SELECT s.id AS site, u.id AS unit, COALESCE(CONCAT(u.name, ' – ', s.name), s.name) AS name
FROM site s
LEFT JOIN unit u ON u.site = s.id AND u.id = :unit
WHERE s.id = COALESCE(:site, (SELECT o.site FROM unit o WHERE o.id = :unit)) AND s.id IN ({{registration_sites}})

-- step: require
INSERT INTO registration_requirement (registration, requirement) VALUES (:registration, :requirement)

-- step: unrequire
DELETE FROM registration_requirement WHERE registration = :registration AND requirement = :requirement

-- step: keep_off
INSERT INTO registration_conflict (registration, kind, site, unit) VALUES (:registration, :kind, :conflict_site, :conflict_unit)

-- step: let_on
DELETE FROM registration_conflict WHERE id = :conflict AND registration = :registration

-- step: update
UPDATE registration SET version = version + 1 WHERE id = :registration
