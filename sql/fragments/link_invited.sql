-- The invitation that waits for who has no account yet.
SELECT l.id FROM account_link l
WHERE l.purpose = 'invitation' AND l.open_for = :person AND l.expires_at > :now
  AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = l.person)
FOR UPDATE
