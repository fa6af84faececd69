-- one: person
SELECT id, name FROM person WHERE id = :person

-- many: roles/role
{{roles_offered}}

-- many: institutions/institution
{{institutions_managed}}

-- many: sites/site
{{sites_managed}}

-- maybe: prefill
{{grant_prefill}}

-- many: units/unit
-- Of the sites that are the viewer's own: a whole region's units are no list to choose from.
SELECT d.id, d.name FROM (
SELECT u.id, CONCAT(s.name, ' › ', u.name) AS name
FROM site s JOIN unit u ON u.site = s.id AND (u.closed_on IS NULL OR u.closed_on > :today)
WHERE s.id IN ({{viewer_managed_sites}})) d
ORDER BY name {collate}

-- step: check
{{grant_rules}}
UNION ALL SELECT 'unit', 'error.unknown' FROM DUAL
  WHERE :unit IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM unit u WHERE u.site = :site AND u.id = :unit AND (u.closed_on IS NULL OR u.closed_on > :today))
UNION ALL (SELECT 'role', 'error.granted_already' FROM person_grant x
  WHERE x.person = :person AND x.role = :role AND x.institution <=> :institution AND x.site <=> :site
    AND x.unit <=> :unit AND x.activity IS NULL
    AND (:valid_to IS NULL OR x.valid_from <= :valid_to) AND (x.valid_to IS NULL OR x.valid_to >= :valid_from)
  LIMIT 1 FOR UPDATE)

-- step: lock
-- account: one that is open, whose person is told.
SELECT p.id, EXISTS (SELECT 1 FROM account a WHERE a.person = p.id AND a.closed = 0) AS account
FROM person p WHERE p.id = :person FOR UPDATE

-- step: insert
INSERT INTO person_grant (person, role, institution, site, unit, valid_from, valid_to)
VALUES (:person, :role, :institution, :site, :unit, :valid_from, :valid_to)

-- step: granted
{{grant_words}}
