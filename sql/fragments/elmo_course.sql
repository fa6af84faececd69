-- The courses that have something passed, with what was passed of their modules.
SELECT v.institution, v.course AS id, v.course_code AS code, v.course_name AS name, v.course_name_en AS name_en, MAX(v.module IS NOT NULL) AS modules,
       IF(SUM(v.credits) >= MAX(v.course_credits), 1, NULL) AS complete
FROM ({{transcript_rows}}) v
