-- step: recipients
SELECT :thing_id AS person

-- The link that is open when the mail is made: one that was voided meanwhile is not sent.
-- one: invitation
SELECT l.expires_at, i.name AS inviter
FROM account_link l JOIN person i ON i.id = l.created_by
WHERE l.purpose = 'invitation' AND l.open_for = :thing_id AND l.expires_at > :now

-- one: link
SELECT l.purpose, l.id, l.salt
FROM account_link l WHERE l.purpose = 'invitation' AND l.open_for = :thing_id AND l.expires_at > :now

-- many: grants/grant
SELECT x.role, COALESCE(i.name, s.name) AS place, x.valid_from, x.valid_to
FROM person_grant x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE x.person = :thing_id AND (x.valid_to IS NULL OR x.valid_to >= :today)
ORDER BY x.role, x.id LIMIT 20
