-- one: person
SELECT p.id, p.name, p.email FROM person p JOIN account a ON a.person = p.id AND a.closed = 0 WHERE p.id = :person

-- step: lock
SELECT a.person, a.closed FROM account a WHERE a.person = :person FOR UPDATE

-- step: hold_administrators
{{hold_administrators}}

-- step: check
SELECT NULL AS field, 'error.account_closed' AS error FROM account WHERE person = :person AND closed = 1
UNION ALL (SELECT NULL, 'error.last_administrator' FROM person_grant x
  WHERE x.person = :person AND x.role = 'system_administrator' AND (x.valid_to IS NULL OR x.valid_to >= :today)
    AND NOT EXISTS (
    SELECT 1 FROM person_grant o JOIN account a ON a.person = o.person AND a.closed = 0
    WHERE o.role = 'system_administrator' AND o.person <> :person AND o.valid_from <= :today
      AND (o.valid_to IS NULL OR o.valid_to >= :today))
  LIMIT 1)

-- step: close
UPDATE account SET closed = 1 WHERE person = :person

-- step: end_sessions
DELETE FROM session WHERE person = :person

-- step: end_links
UPDATE account_link SET ended = 'voided', ended_at = :now WHERE person = :person AND ended IS NULL
