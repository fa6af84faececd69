-- step: recipients
SELECT :thing_id AS person

-- one: reset
SELECT l.expires_at, p.email
FROM account_link l JOIN person p ON p.id = l.person
WHERE l.purpose = 'password' AND l.open_for = :thing_id AND l.expires_at > :now

-- one: link
SELECT l.purpose, l.id, l.salt
FROM account_link l WHERE l.purpose = 'password' AND l.open_for = :thing_id AND l.expires_at > :now
