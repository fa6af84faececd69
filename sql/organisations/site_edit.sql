-- one: site
SELECT id, name FROM site WHERE id = :site

-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT name, kind, CAST(municipality AS UNSIGNED) AS municipality, address, email, phone, profile, version
FROM site WHERE id = :site

-- step: lock
SELECT 'site' AS thing, s.id, s.version, s.name, s.kind,
  (SELECT m.name FROM municipality m WHERE m.number = s.municipality) AS municipality,
  s.address, s.email, s.phone, s.profile
FROM site s WHERE s.id = :site FOR UPDATE

-- step: check
SELECT 'name' AS field, 'error.taken' AS error FROM site WHERE name = :name AND id <> :site
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))

-- step: update
UPDATE site SET name = :name, kind = :kind, municipality = LPAD(:municipality, 4, '0'), address = :address,
  email = :email, phone = :phone, profile = :profile, version = version + 1
WHERE id = :site
