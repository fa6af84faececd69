-- many: roles/role
{{roles_offered}}

-- many: institutions/institution
{{institutions_managed}}

-- many: sites/site
{{sites_managed}}

-- maybe: prefill
{{grant_prefill}}

-- step: check
-- Who is known already is asked for a role they have, and for nothing else.
{{grant_rules}}
UNION ALL (SELECT 'role', 'error.granted_already' FROM person p JOIN person_grant x ON x.person = p.id
  WHERE p.email = LOWER(:email) AND x.role = :role AND x.institution <=> :institution AND x.site <=> :site
    AND x.unit IS NULL AND x.activity IS NULL
    AND (:valid_to IS NULL OR x.valid_from <= :valid_to) AND (x.valid_to IS NULL OR x.valid_to >= :valid_from)
  LIMIT 1 FOR UPDATE)

-- step: known
SELECT p.id, a.person IS NOT NULL AS account, COALESCE(a.closed, 0) AS closed
FROM person p LEFT JOIN account a ON a.person = p.id
WHERE p.email = LOWER(:email) FOR UPDATE

-- step: insert
INSERT INTO person (given_name, family_name, email, lang) VALUES (:given_name, :family_name, LOWER(:email), :language)

-- step: grant
INSERT INTO person_grant (person, role, institution, site, valid_from, valid_to)
VALUES (:person, :role, :institution, :site, :valid_from, :valid_to)

-- step: granted
{{grant_words}}

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
