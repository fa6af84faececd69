-- one: person
SELECT id, name FROM person WHERE id = :person

-- maybe: prefill
SELECT given_name, family_name, email, phone, lang AS language, protected, version FROM person WHERE id = :person

-- step: lock
SELECT 'person' AS thing, id, version, given_name, family_name, email, phone, lang, protected
FROM person WHERE id = :person FOR UPDATE

-- step: check
SELECT 'email' AS field, 'error.email_taken' AS error FROM person WHERE email = LOWER(:email) AND id <> :person

-- step: update
UPDATE person SET given_name = :given_name, family_name = :family_name, email = LOWER(:email), phone = :phone,
  lang = :language, protected = :protected, version = version + 1
WHERE id = :person

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
