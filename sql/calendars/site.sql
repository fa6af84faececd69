-- one: place
SELECT t.id, t.name FROM site t WHERE t.id = :site

-- maybe: link
SELECT k.purpose, k.id, k.salt FROM private_address k
WHERE k.purpose = 'place_calendar' AND k.person = :viewer AND k.ended_at IS NULL AND k.site = :site ORDER BY k.id DESC LIMIT 1

-- maybe: address
SELECT k.id, k.created_at, k.last_used_at FROM private_address k
WHERE k.purpose = 'place_calendar' AND k.person = :viewer AND k.ended_at IS NULL AND k.site = :site ORDER BY k.id DESC LIMIT 1
