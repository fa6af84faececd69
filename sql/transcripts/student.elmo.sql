-- The same page as EMREX ELMO, to take along: of who is protected for themselves only.

-- one: learner
{{elmo_learner}} AND (p.id = :viewer OR s.institution IN ({{viewer_plans_exams}}))
WHERE p.id = :student AND (p.id = :viewer OR p.protected = 0) AND EXISTS (SELECT 1 FROM ({{transcript_rows}}) v WHERE {{transcript_seen}})

-- many: institutions/institution
{{elmo_institution}}
WHERE {{transcript_seen}} GROUP BY i.id ORDER BY i.id

-- many: courses/course
{{elmo_course}}
WHERE v.counts AND {{transcript_seen}} GROUP BY v.institution, v.course ORDER BY v.institution, v.course_code

-- many: results/result
{{elmo_result}}
WHERE v.counts AND {{transcript_seen}} ORDER BY v.examined_on, v.result

-- many: scales/grade
{{elmo_scale}}
WHERE v.counts AND {{transcript_seen}} ORDER BY v.institution, sg.scale_version, sg.position DESC
