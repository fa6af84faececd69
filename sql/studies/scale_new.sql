-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i WHERE i.id IN ({{viewer_plans_studies}}) ORDER BY name {collate}

-- many: grades/grade
{{scale_rows}} WHERE n.id <= 8

-- maybe: prefill
SELECT IF(COUNT(*) = 1, MIN(i.id), NULL) AS institution FROM institution i
WHERE i.id IN ({{viewer_plans_studies}}) AND NOT {{viewer_administers}}

-- Everybody's is the system administrator's to make.
-- step: check
SELECT 'institution' AS field, 'error.required' AS error FROM DUAL WHERE :institution IS NULL AND NOT {{viewer_administers}}
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL WHERE :institution IS NOT NULL AND :institution NOT IN ({{viewer_plans_studies}})
UNION ALL (SELECT 'name', 'error.taken' FROM grading_scale sc WHERE sc.institution <=> :institution AND sc.name = :name LIMIT 1 FOR UPDATE)

-- step: insert
INSERT INTO grading_scale (institution, name, name_en) VALUES (:institution, :name, :name_en)

-- step: version
{{scale_version_insert}}

-- step: grade
{{scale_grade_insert}}

-- step: ambiguous
{{scale_ambiguous}}

-- step: grades_now
{{scale_grades_now}}
