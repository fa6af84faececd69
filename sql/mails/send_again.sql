-- one: mail
{{mail_head}}
WHERE m.id = :mail

-- maybe: prefill
SELECT m.claims AS version FROM mail m WHERE m.id = :mail

-- step: lock
SELECT 'mail' AS thing, m.id, m.claims AS version, m.state FROM mail m WHERE m.id = :mail FOR UPDATE

-- step: again
{{mail_again}}
