-- list: institutions/institution
-- columns: name, short_name, municipality, programmes, email, phone
-- sort: name i.name {collate}; short_name i.short_name {collate}; municipality m.name {collate}, i.name {collate}; programmes programmes, i.name {collate}
SELECT i.id, i.name, i.short_name, m.name AS municipality, i.email, i.phone,
  (SELECT COUNT(*) FROM programme p WHERE p.institution = i.id) AS programmes
FROM institution i
LEFT JOIN municipality m ON m.number = i.municipality
WHERE :q IS NULL OR i.name LIKE CONCAT('%', :q, '%') OR i.short_name LIKE CONCAT('%', :q, '%')
  OR m.name LIKE CONCAT('%', :q, '%')
