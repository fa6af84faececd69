-- many: roles/role
{{roles_offered}}

-- many: institutions/institution
{{institutions_managed}}

-- many: sites/site
{{sites_managed}}

-- maybe: prefill
{{grant_prefill}}

-- step: check
SELECT 'email' AS field, 'error.email_taken' AS error FROM person WHERE email = LOWER(:email)
UNION ALL
{{grant_rules}}

-- step: insert
INSERT INTO person (given_name, family_name, email, phone, lang)
VALUES (:given_name, :family_name, LOWER(:email), :phone, :language)

-- step: account
INSERT INTO account (person, password_hash, changed_at) VALUES (:person, :password_hash, :now)

-- step: grant
INSERT INTO person_grant (person, role, institution, site, valid_from, valid_to)
VALUES (:person, :role, :institution, :site, :valid_from, :valid_to)

-- step: granted
{{grant_words}}
