-- one: partner
{{partner_head}}
WHERE x.id = :partner

-- step: lock
{{partner_lock}}

-- step: end
UPDATE partner SET ended_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :partner AND ended_at IS NULL

-- step: forget
UPDATE partner_key SET salt = NULL WHERE partner = :partner AND salt IS NOT NULL
