-- one: key
{{partner_key_head}}

-- step: lock
{{partner_key_lock}}

-- step: forget
UPDATE partner_key SET salt = NULL WHERE id = :partner_key AND salt IS NOT NULL
