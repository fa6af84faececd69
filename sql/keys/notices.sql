-- Whose the address of a feed is: nobody's when it has ended, or the account is closed.
-- maybe: key
SELECT k.salt, k.person, p.name, p.lang, COALESCE(k.last_used_at < UTC_TIMESTAMP() - INTERVAL 1 HOUR, 1) AS stale
FROM private_address k
JOIN person p ON p.id = k.person
JOIN account c ON c.person = k.person AND c.closed = 0
WHERE k.id = :id AND k.purpose = 'notices' AND k.ended_at IS NULL

-- step: touch
UPDATE private_address SET last_used_at = UTC_TIMESTAMP() WHERE id = :id
