-- What was attested of a student, at the institutions whose exams the viewer plans or, of oneself, at all.

-- one: student
SELECT p.id, p.name, p.id = :viewer AS own, p.protected
FROM person p WHERE p.id = :student

-- many: institutions/institution
SELECT i.id, i.name, SUM(v.credits) AS credits
FROM ({{transcript_rows}}) v JOIN institution i ON i.id = v.institution
WHERE {{transcript_seen}}
GROUP BY i.id, i.name ORDER BY i.name {collate}

-- many: results/result
SELECT v.result AS id, v.institution, v.course_code AS course, IF(:lang = 'en', COALESCE(v.course_name_en, v.course_name), v.course_name) AS course_name,
       v.module_code AS module, IF(:lang = 'en', COALESCE(v.module_name_en, v.module_name), v.module_name) AS module_name,
       v.term, {{grade_symbol}} AS grade, v.passed, v.credits, v.examined_on
FROM ({{transcript_rows}}) v
JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
WHERE {{transcript_seen}}
ORDER BY v.institution, v.examined_on, v.course_code, v.module_code, v.result
LIMIT 1000

-- many: transcripts/transcript
SELECT t.id, t.institution_name AS institution, t.made_at, {{transcript_code}} AS code, {{transcript_state}} AS transcript_state, IF(t.made_by = t.person, 1, NULL) AS by_student
FROM transcript t
WHERE t.person = :student AND (t.person = :viewer OR t.institution IN ({{viewer_plans_exams}})
  AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = t.person AND p.protected))
ORDER BY t.id DESC LIMIT 100
