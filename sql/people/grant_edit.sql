-- one: grant
SELECT x.id, x.role, x.person, p.name AS person_name, COALESCE(i.name, s.name) AS organisation, a.name AS activity,
  x.valid_from, x.valid_to
FROM person_grant x
JOIN person p ON p.id = x.person
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN activity a ON a.id = x.activity
WHERE x.id = :grant

-- many: units/unit
-- Where one works; of a role in one activity its class says that.
SELECT u.id, u.name AS name
FROM person_grant x JOIN unit u ON u.site = x.site AND (u.closed_on IS NULL OR u.closed_on > :today OR u.id = x.unit)
WHERE x.id = :grant AND x.activity IS NULL
ORDER BY name {collate}

-- maybe: prefill
SELECT unit, valid_from, valid_to, version FROM person_grant WHERE id = :grant

-- step: lock
SELECT 'grant' AS thing, x.id, x.version, x.person AS _person, x.role AS _role, u.name AS unit, x.valid_from, x.valid_to
FROM person_grant x LEFT JOIN unit u ON u.id = x.unit WHERE x.id = :grant FOR UPDATE

-- step: hold_administrators
{{hold_administrators}}

-- step: check
SELECT 'valid_to' AS field, 'error.end_before_start' AS error FROM DUAL WHERE :valid_to < :valid_from
UNION ALL SELECT 'valid_to', 'error.past' FROM DUAL WHERE :valid_to < :today - INTERVAL 1 DAY
UNION ALL SELECT NULL, 'error.ended_already' FROM person_grant WHERE id = :grant AND valid_to < :today
UNION ALL SELECT 'unit', 'error.unknown' FROM person_grant x
  WHERE x.id = :grant AND :unit IS NOT NULL AND (x.activity IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM unit u WHERE u.site = x.site AND u.id = :unit
      AND (u.closed_on IS NULL OR u.closed_on > :today OR u.id = x.unit)))
UNION ALL (SELECT NULL, 'error.granted_already' FROM person_grant g JOIN person_grant x ON x.person = g.person
  WHERE g.id = :grant AND x.id <> g.id AND x.role = g.role AND x.institution <=> g.institution AND x.site <=> g.site
    AND x.unit <=> :unit AND x.activity <=> g.activity AND x.activity_class <=> g.activity_class
    AND (:valid_to IS NULL OR x.valid_from <= :valid_to) AND (x.valid_to IS NULL OR x.valid_to >= :valid_from)
  LIMIT 1)
UNION ALL (SELECT NULL, 'error.last_administrator' FROM person_grant x
  WHERE x.id = :grant AND x.role = 'system_administrator' AND (:valid_to IS NOT NULL OR :valid_from > :today)
    AND NOT EXISTS (
    SELECT 1 FROM person_grant o JOIN account a ON a.person = o.person AND a.closed = 0
    WHERE o.role = 'system_administrator' AND o.id <> x.id AND o.valid_from <= :today
      AND (o.valid_to IS NULL OR o.valid_to > COALESCE(:valid_to, :today))))

-- step: update
UPDATE person_grant SET unit = IF(activity IS NULL, :unit, unit), valid_from = :valid_from, valid_to = :valid_to, version = version + 1
WHERE id = :grant
