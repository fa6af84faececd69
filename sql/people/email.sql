-- maybe: prefill
SELECT email, version FROM person WHERE id = :viewer

-- step: account
SELECT a.password_hash FROM account a WHERE a.person = :viewer AND a.closed = 0 FOR UPDATE

-- step: lock
SELECT 'person' AS thing, id, version, email FROM person WHERE id = :viewer FOR UPDATE

-- step: check
SELECT 'email' AS field, 'error.email_taken' AS error FROM person WHERE email = LOWER(:email) AND id <> :viewer

-- step: update
UPDATE person SET email = LOWER(:email), version = version + 1 WHERE id = :viewer

-- step: invited
SELECT l.id FROM account_link l
WHERE l.purpose = 'invitation' AND l.open_for = :person AND l.expires_at > :now
  AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = l.person)
FOR UPDATE

-- step: void_links
UPDATE account_link SET ended = 'voided', ended_at = :now WHERE person = :person AND ended IS NULL AND expires_at > :now

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
