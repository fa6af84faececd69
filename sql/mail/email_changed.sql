-- To the address one signed in with until now (events/write.sql), whoever changed it; the new one is not told there. Who
-- reads it may be a stranger, so of somebody protected it does not say where they belong.
-- step: recipients
SELECT a.person FROM account a WHERE a.person = :thing_id AND a.closed = 0

-- one: change
SELECT e.at, e.person = :person AS own, IF({{actor_named}}, p.name, NULL) AS by_whom
FROM event e LEFT JOIN person p ON p.id = e.person WHERE e.id = :event

-- Whom to turn to: where they belong.
-- many: contacts/contact
SELECT DISTINCT COALESCE(i.name, s.name) AS name, COALESCE(i.email, s.email) AS email
FROM person p
JOIN person_grant x ON x.person = p.id AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE p.id = :person AND p.protected = 0 AND COALESCE(i.email, s.email) IS NOT NULL
ORDER BY COALESCE(i.name, s.name) {collate} LIMIT 5
