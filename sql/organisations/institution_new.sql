-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT 21 AS answer_days, 0 AS version

-- step: check
SELECT 'name' AS field, 'error.taken' AS error FROM institution WHERE name = :name
UNION ALL SELECT 'short_name', 'error.taken' FROM institution WHERE short_name = :short_name
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))
{{institution_known}}

-- step: insert
INSERT INTO institution (name, short_name, municipality, address, email, phone, web, schac, erasmus, answer_days)
VALUES (:name, :short_name, LPAD(:municipality, 4, '0'), :address, :email, :phone, :web, :schac, :erasmus, :answer_days)
