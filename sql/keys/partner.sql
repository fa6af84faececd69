-- Which partner a key (:id) is of, while it counts: neither revoked, nor run out, nor a newer one's turn, nor the partner's end.
-- The program compares `hash` with what was sent.
-- maybe: key
SELECT k.hash, k.partner, p.person, e.name, p.institution, p.site, p.feeds, p.writes, p.addresses, p.per_minute,
       COALESCE(k.last_used_at < UTC_TIMESTAMP() - INTERVAL 1 MINUTE, 1) OR k.salt IS NOT NULL AS stale
FROM partner_key k
JOIN partner p ON p.id = k.partner AND p.ended_at IS NULL
JOIN person e ON e.id = p.person
WHERE k.id = :id AND {{partner_key_counts}}

-- Whoever uses a key has it: from then on it cannot be shown any more.
-- step: touch
UPDATE partner_key SET last_used_at = UTC_TIMESTAMP(), last_address = :partner_address, salt = NULL WHERE id = :partner_key
