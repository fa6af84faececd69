-- What was typed under "forgotten password", answered aside: the page knew nothing of it.

-- step: claim
SELECT id, email FROM password_request ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED

-- step: forget
DELETE FROM password_request WHERE id = :request

-- step: person
-- purpose: what link they get. Who was invited and has not answered gets the invitation again, for as long as it was good;
-- a closed account, or none and no invitation, gets nothing. No more than five links an hour: a mailbox is not to be filled.
SELECT p.id AS person, IF(a.person IS NULL, 'invitation', 'password') AS purpose, l.created_by, l.expires_at
FROM person p
LEFT JOIN account a ON a.person = p.id
LEFT JOIN account_link l ON l.person = p.id AND l.purpose = 'invitation' AND l.ended IS NULL AND l.expires_at > :now
WHERE p.email = :email AND IF(a.person IS NULL, l.id IS NOT NULL, a.closed = 0)
  AND (SELECT COUNT(*) FROM account_link n WHERE n.person = p.id AND n.created_at > :now - INTERVAL 1 HOUR) < 5
FOR UPDATE

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
