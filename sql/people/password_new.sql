-- one: reset
SELECT {{link_state}} AS state, l.expires_at, l.ended_at
FROM account_link l JOIN person p ON p.id = l.person LEFT JOIN account a ON a.person = l.person
WHERE l.id = :link

-- step: lock
{{link_lock}}

-- step: update
UPDATE account SET password_hash = :password_hash, changed_at = :now WHERE person = :person

-- step: end_sessions
-- Whoever knew the old password is out everywhere.
DELETE FROM session WHERE person = :person

-- step: use
UPDATE account_link SET ended = 'used', ended_at = :now WHERE id = :link
