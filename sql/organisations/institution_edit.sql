-- one: institution
SELECT id, name FROM institution WHERE id = :institution

-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT name, short_name, CAST(municipality AS UNSIGNED) AS municipality, address, email, phone, web, schac, erasmus, answer_days, version
FROM institution WHERE id = :institution

-- step: lock
SELECT 'institution' AS thing, i.id, i.version, i.name, i.short_name,
  (SELECT m.name FROM municipality m WHERE m.number = i.municipality) AS municipality,
  i.address, i.email, i.phone, i.web, i.schac, i.erasmus, i.answer_days
FROM institution i WHERE i.id = :institution FOR UPDATE

-- step: check
SELECT 'name' AS field, 'error.taken' AS error FROM institution WHERE name = :name AND id <> :institution
UNION ALL SELECT 'short_name', 'error.taken' FROM institution WHERE short_name = :short_name AND id <> :institution
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))
{{institution_known}}

-- step: update
UPDATE institution SET name = :name, short_name = :short_name, municipality = LPAD(:municipality, 4, '0'),
  address = :address, email = :email, phone = :phone, web = :web, schac = :schac, erasmus = :erasmus, answer_days = :answer_days, version = version + 1
WHERE id = :institution
