-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- many: criteria/criterion
{{assessment_criteria}} 'midway'
{{assessment_criteria_asked}}

-- maybe: assessment
SELECT s.id, s.state, s.given_at FROM placement x JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway'
WHERE x.id = :placement

-- maybe: prefill
SELECT COALESCE(s.version, 0) AS version, s.text, CASE s.passed WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END AS passed
FROM placement x LEFT JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway'
WHERE x.id = :placement

-- many: prefill_each/prefill
SELECT f.field, k.criterion AS `key`, IF(f.field = 'verdict', k.verdict, k.comment) AS value
FROM placement x
JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway'
JOIN assessment_criterion k ON k.assessment = s.id
JOIN (SELECT 'verdict' AS field UNION ALL SELECT 'comment') f
WHERE x.id = :placement AND IF(f.field = 'verdict', k.verdict, k.comment) IS NOT NULL

-- step: place
{{assessment_place}}

-- step: lock
{{assessment_lock}}

-- step: found
{{assessment_found}}

-- step: asked
{{assessment_asked}}

-- step: insert
{{assessment_insert}}

-- step: update
{{assessment_update}}

-- step: clear
{{assessment_clear}}

-- step: verdict
{{assessment_verdict}}
