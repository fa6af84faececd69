-- A student's results at the partner's institution as EMREX ELMO: of nobody who is protected, and of who has none there as if there were nobody. As in
-- the document of results, none of an anonymous exam before its students may be named.

-- one: learner
{{elmo_learner}} AND s.institution = :partner_institution
WHERE p.id = :student AND p.protected = 0 AND EXISTS (SELECT 1 FROM ({{transcript_rows}}) v WHERE v.institution = :partner_institution)

-- many: institutions/institution
{{elmo_institution}}
WHERE v.institution = :partner_institution GROUP BY i.id ORDER BY i.id

-- many: courses/course
{{elmo_course}}
WHERE v.counts AND v.institution = :partner_institution GROUP BY v.institution, v.course ORDER BY v.institution, v.course_code

-- many: results/result
{{elmo_result}}
WHERE v.counts AND v.institution = :partner_institution ORDER BY v.examined_on, v.result

-- many: scales/grade
{{elmo_scale}}
WHERE v.counts AND v.institution = :partner_institution ORDER BY v.institution, sg.scale_version, sg.position DESC
