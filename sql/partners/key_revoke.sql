-- one: key
{{partner_key_head}}

-- step: lock
{{partner_key_lock}}

-- step: revoke
UPDATE partner_key SET revoked_at = UTC_TIMESTAMP(), salt = NULL WHERE id = :partner_key
