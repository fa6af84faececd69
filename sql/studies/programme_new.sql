-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i WHERE i.id IN ({{viewer_planned}}) ORDER BY name {collate}

-- maybe: prefill
SELECT IF(COUNT(*) = 1, MIN(i.id), NULL) AS institution FROM institution i WHERE i.id IN ({{viewer_planned}})

-- step: check
SELECT 'code' AS field, 'error.taken' AS error FROM programme WHERE institution = :institution AND code = :code
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL WHERE NOT :institution IN ({{viewer_planned}})

-- step: insert
INSERT INTO programme (institution, code, name, name_en) VALUES (:institution, :code, :name, :name_en)
