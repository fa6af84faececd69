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
{{link_invited}}

-- step: void_links
{{links_void}}

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
