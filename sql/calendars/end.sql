-- one: address
SELECT k.id, k.purpose, COALESCE(i.name, s.name) AS name, k.created_at, k.last_used_at
FROM private_address k
LEFT JOIN institution i ON i.id = k.institution
LEFT JOIN site s ON s.id = k.site
WHERE k.id = :calendar AND k.person = :viewer AND k.ended_at IS NULL

-- step: lock
SELECT k.id, k.institution, k.site FROM private_address k WHERE k.id = :calendar AND k.person = :viewer AND k.ended_at IS NULL FOR UPDATE

-- step: end
UPDATE private_address SET ended_at = UTC_TIMESTAMP() WHERE id = :calendar
