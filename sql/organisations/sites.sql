-- list: sites/site
-- columns: name, kind, municipality, units, agreement, email, phone
-- sort: name s.name {collate}; kind s.kind, s.name {collate}; municipality m.name {collate}, s.name {collate}; units units, s.name {collate}
-- `agreement` says whether the viewer's institution has an agreement with it today.
SELECT s.id, s.name, s.kind, m.name AS municipality, s.email, s.phone,
  (SELECT COUNT(*) FROM unit u WHERE u.site = s.id AND (u.closed_on IS NULL OR u.closed_on > :today)) AS units,
  (SELECT 'valid' FROM agreement a
   WHERE a.site = s.id AND a.institution IN ({{viewer_institutions}})
     AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)
   LIMIT 1) AS agreement
FROM site s
LEFT JOIN municipality m ON m.number = s.municipality
WHERE (:kind IS NULL OR s.kind = :kind)
  AND (:municipality IS NULL OR s.municipality = LPAD(:municipality, 4, '0'))
  AND (:q IS NULL OR s.name LIKE CONCAT('%', :q, '%') OR m.name LIKE CONCAT('%', :q, '%'))
-- total:
SELECT COUNT(*) FROM site s LEFT JOIN municipality m ON m.number = s.municipality
WHERE (:kind IS NULL OR s.kind = :kind)
  AND (:municipality IS NULL OR s.municipality = LPAD(:municipality, 4, '0'))
  AND (:q IS NULL OR s.name LIKE CONCAT('%', :q, '%') OR m.name LIKE CONCAT('%', :q, '%'))

-- many: municipalities/municipality
SELECT CAST(m.number AS UNSIGNED) AS id, m.name AS name
FROM municipality m
WHERE EXISTS (SELECT 1 FROM site s WHERE s.municipality = m.number)
ORDER BY name {collate}
