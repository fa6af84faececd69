-- one: grant
SELECT x.id, x.role, x.person, p.name AS person_name, COALESCE(i.name, s.name) AS organisation, u.name AS unit,
  x.valid_from, x.valid_to
FROM person_grant x
JOIN person p ON p.id = x.person
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
WHERE x.id = :grant

-- maybe: prefill
SELECT :today AS valid_to, version FROM person_grant WHERE id = :grant

-- step: lock
SELECT 'grant' AS thing, x.id, x.version, x.person AS _person, x.role AS _role,
  EXISTS (SELECT 1 FROM account a WHERE a.person = x.person AND a.closed = 0) AS _account, x.valid_from, x.valid_to
FROM person_grant x WHERE x.id = :grant FOR UPDATE

-- step: hold_administrators
{{hold_administrators}}

-- step: check
-- Yesterday ends it at once. A region is never left without a system administrator.
SELECT 'valid_to' AS field, 'error.past' AS error FROM DUAL WHERE :valid_to < :today - INTERVAL 1 DAY
UNION ALL SELECT NULL, 'error.ended_already' FROM person_grant WHERE id = :grant AND valid_to < :today
UNION ALL (SELECT NULL, 'error.last_administrator' FROM person_grant x
  WHERE x.id = :grant AND x.role = 'system_administrator' AND NOT EXISTS (
    SELECT 1 FROM person_grant o JOIN account a ON a.person = o.person AND a.closed = 0
    WHERE o.role = 'system_administrator' AND o.id <> x.id AND o.valid_from <= :today
      AND (o.valid_to IS NULL OR o.valid_to > :valid_to)))

-- step: update
-- One that began later than its last day never counted: it begins and ends on that day.
UPDATE person_grant SET valid_from = LEAST(valid_from, :valid_to), valid_to = :valid_to, version = version + 1
WHERE id = :grant
