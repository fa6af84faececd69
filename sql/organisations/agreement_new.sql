-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i WHERE ({{viewer_administers}} OR i.id IN ({{viewer_planned}})) ORDER BY name {collate}

-- many: sites/site
SELECT id, name FROM site ORDER BY name {collate}

-- maybe: prefill
SELECT :today AS valid_from, IF(COUNT(*) = 1, MIN(i.id), NULL) AS institution
FROM institution i WHERE ({{viewer_administers}} OR i.id IN ({{viewer_planned}}))

-- step: check
-- Periods of one pair may not overlap; FOR UPDATE also holds off another new one of the pair.
(SELECT 'valid_from' AS field, 'error.overlap' AS error FROM agreement a
 WHERE a.institution = :institution AND a.site = :site
   AND (:valid_to IS NULL OR a.valid_from <= :valid_to) AND (a.valid_to IS NULL OR a.valid_to >= :valid_from)
 LIMIT 1 FOR UPDATE)
UNION ALL SELECT 'valid_to', 'error.end_before_start' FROM DUAL WHERE :valid_to < :valid_from
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM institution i WHERE i.id = :institution AND ({{viewer_administers}} OR i.id IN ({{viewer_planned}})))
UNION ALL SELECT 'site', 'error.unknown' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM site WHERE id = :site)

-- step: insert
INSERT INTO agreement (institution, site, reference, valid_from, valid_to, note)
VALUES (:institution, :site, :reference, :valid_from, :valid_to, :note)
