-- What the transcript t said, in its order.
SELECT tr.number AS id, tr.course_code AS course, IF(:lang = 'en', COALESCE(tr.course_name_en, tr.course_name), tr.course_name) AS course_name,
       tr.module_code AS module, IF(:lang = 'en', COALESCE(tr.module_name_en, tr.module_name), tr.module_name) AS module_name,
       tr.term, {{grade_symbol}} AS grade, sg.passed, tr.credits, d.examined_on, IF({{transcript_changed}}, 1, NULL) AS changed
FROM transcript t
JOIN transcript_result tr ON tr.transcript = t.id
JOIN result_decision d ON d.result = tr.result AND d.number = tr.decision
JOIN scale_grade sg ON sg.scale_version = d.scale_version AND sg.position = d.grade
