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
{{link_invited}}

-- step: void_links
{{links_void}}

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
