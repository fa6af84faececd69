-- Whose calendar the address is of: nobody's when it has ended, the account is closed, or the person has come to be protected. Half a year
-- back, and all that comes, with what was cancelled.
-- maybe: key
SELECT k.salt, k.person, p.name, p.lang, COALESCE(k.last_used_at < UTC_TIMESTAMP() - INTERVAL 1 HOUR, 1) AS stale,
       NULL AS institution, NULL AS site, 'all' AS status, CAST(:today AS DATE) - INTERVAL 180 DAY AS `from`
FROM private_address k
JOIN person p ON p.id = k.person AND p.protected = 0
JOIN account c ON c.person = k.person AND c.closed = 0
WHERE k.id = :id AND k.purpose = 'calendar' AND k.ended_at IS NULL

-- step: touch
UPDATE private_address SET last_used_at = UTC_TIMESTAMP() WHERE id = :id

-- How addresses of calendars are made, of this purpose and of place_calendar (workflow/calendars.c): :institution, :site NULL for one's own.
-- step: lock
SELECT p.id, p.protected FROM person p WHERE p.id = :viewer FOR UPDATE

-- step: end
UPDATE private_address k SET k.ended_at = UTC_TIMESTAMP() WHERE k.purpose = :purpose AND k.person = :viewer AND k.ended_at IS NULL
  AND k.institution <=> :institution AND k.site <=> :site

-- step: make
INSERT INTO private_address (person, purpose, salt, created_at, institution, site)
VALUES (:viewer, :purpose, :salt, UTC_TIMESTAMP(), :institution, :site)
