SELECT f.field, k.criterion AS `key`, IF(f.field = 'verdict', k.verdict, k.comment) AS value
FROM placement x
JOIN assessment s ON s.registration = x.registration
JOIN assessment_criterion k ON k.assessment = s.id
JOIN (SELECT 'verdict' AS field UNION ALL SELECT 'comment') f
WHERE x.id = :placement AND IF(f.field = 'verdict', k.verdict, k.comment) IS NOT NULL AND s.kind =
