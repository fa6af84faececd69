-- one: partner
{{partner_head}}
WHERE x.id = :partner

-- Keys that count already: a new one takes their place.
-- many: keys/key
SELECT k.id, k.made_at, k.expires_on, k.last_used_at, k.ends_at FROM partner_key k
WHERE k.partner = :partner AND {{partner_key_counts}} ORDER BY k.id DESC

-- maybe: prefill
SELECT CAST(:today AS DATE) + INTERVAL 1 YEAR AS expires_on, 14 AS days, IF(COUNT(*), 'overlap', 'keep') AS others
FROM partner_key k WHERE k.partner = :partner AND {{partner_key_counts}}

-- step: lock
{{partner_lock}}

-- step: check
SELECT 'expires_on' AS field, 'error.key_past' AS error FROM DUAL WHERE :expires_on < :today
UNION ALL SELECT 'expires_on', 'error.key_long' FROM DUAL WHERE :expires_on > CAST(:today AS DATE) + INTERVAL 2 YEAR
UNION ALL SELECT 'days', 'error.required' FROM DUAL WHERE :others = 'overlap' AND :days IS NULL

-- step: insert
INSERT INTO partner_key (partner, salt, shown_until, made_at, made_by, expires_on)
VALUES (:partner, :salt, UTC_TIMESTAMP() + INTERVAL 10 MINUTE, UTC_TIMESTAMP(), :viewer, :expires_on)

-- step: hash
UPDATE partner_key SET hash = :hash WHERE id = :partner_key

-- When the others end: in so many days, or now.
-- step: ends
SELECT UTC_TIMESTAMP() + INTERVAL IF(:others = 'overlap', :days, 0) DAY AS ends_at

-- step: end_others
UPDATE partner_key k SET k.ends_at = :ends_at
WHERE k.partner = :partner AND k.id <> :partner_key AND k.revoked_at IS NULL AND k.expires_on >= :today
  AND (k.ends_at IS NULL OR k.ends_at > :ends_at)
