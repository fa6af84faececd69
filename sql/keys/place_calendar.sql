-- Whose address of a place's calendar it is, as long as they have a role there. What it shows is what they may see of it.
-- maybe: key
SELECT k.salt, k.person, p.name, p.lang, COALESCE(k.last_used_at < UTC_TIMESTAMP() - INTERVAL 1 HOUR, 1) AS stale,
       k.institution, k.site, 'all' AS status, CAST(:today AS DATE) - INTERVAL 180 DAY AS `from`
FROM private_address k
JOIN person p ON p.id = k.person
JOIN account c ON c.person = k.person AND c.closed = 0
WHERE k.id = :id AND k.purpose = 'place_calendar' AND k.ended_at IS NULL
  AND EXISTS (SELECT 1 FROM person_grant g
              WHERE g.person = k.person AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today) AND {{place_staff}})

-- step: touch
UPDATE private_address SET last_used_at = UTC_TIMESTAMP() WHERE id = :id
