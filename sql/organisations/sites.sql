-- The page's sites first, what it shows of them after; units are counted for all of them only where they are the order.
-- list: sites/site
-- columns: name, kind, municipality, units, agreement, email, phone
-- sort: name s.name {collate}, s.id; kind s.kind, s.name {collate}, s.id; municipality m.name {collate}, s.name {collate}, s.id; units k.units, s.name {collate}, s.id
-- `agreement` says whether the viewer's institution has an agreement with it today.
SELECT s.id, s.name, s.kind, m.name AS municipality, s.email, s.phone,
  COALESCE(k.units, 0) AS units,
  {if viewer_institution_side}
  (SELECT 'valid' FROM agreement a
   WHERE a.site = s.id AND a.institution IN ({{viewer_institutions}})
     AND a.valid_from <= :today AND (a.valid_to IS NULL OR a.valid_to >= :today)
   LIMIT 1) AS agreement
  {end}
  {unless viewer_institution_side} NULL AS agreement {end}
FROM (
  SELECT s.id FROM site s
  LEFT JOIN municipality m ON m.number = s.municipality
  LEFT JOIN {{units_open}} k ON k.site = s.id
  WHERE {{sites_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN site s ON s.id = v.id
LEFT JOIN municipality m ON m.number = s.municipality
LEFT JOIN {{units_open}} k ON k.site = s.id
-- total:
SELECT COUNT(*) FROM site s LEFT JOIN municipality m ON m.number = s.municipality WHERE {{sites_choice}}

-- Not EXISTS, which would read all sites.
-- many: municipalities/municipality
SELECT CAST(m.number AS UNSIGNED) AS id, m.name AS name
FROM municipality m
WHERE (SELECT 1 FROM site s WHERE s.municipality = m.number LIMIT 1)
ORDER BY name {collate}
