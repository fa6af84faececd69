-- list: agreements/agreement
-- columns: institution, site, reference, valid_from, valid_to, validity
-- sort: site s.name {collate}, a.valid_from; institution i.name {collate}, s.name {collate}; reference a.reference, a.id; valid_from a.valid_from, a.id; valid_to a.valid_to, a.id
SELECT a.id, a.institution AS institution_id, i.name AS institution, a.site AS site_id, s.name AS site, a.reference,
  a.valid_from, a.valid_to,
  CASE WHEN a.valid_from > :today THEN 'coming' WHEN a.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM agreement a
JOIN institution i ON i.id = a.institution
JOIN site s ON s.id = a.site
WHERE {{party_to_agreement}}
  AND (:institution IS NULL OR a.institution = :institution)
  AND (:site IS NULL OR a.site = :site)
  AND (:q IS NULL OR s.name LIKE CONCAT('%', :q, '%') OR i.name LIKE CONCAT('%', :q, '%')
       OR a.reference LIKE CONCAT('%', :q, '%'))

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE EXISTS (SELECT 1 FROM agreement a WHERE a.institution = i.id AND {{party_to_agreement}})
ORDER BY name {collate}

-- many: sites/site
SELECT s.id, s.name AS name FROM site s
WHERE EXISTS (SELECT 1 FROM agreement a WHERE a.site = s.id AND {{party_to_agreement}})
ORDER BY name {collate}
