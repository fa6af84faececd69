-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT 0 AS version

-- step: check
SELECT 'name' AS field, 'error.taken' AS error FROM site WHERE name = :name
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))

-- step: insert
INSERT INTO site (name, kind, municipality, address, email, phone, profile)
VALUES (:name, :kind, LPAD(:municipality, 4, '0'), :address, :email, :phone, :profile)
