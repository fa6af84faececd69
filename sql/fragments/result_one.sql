-- A result, and what it is of. code and name by what the viewer may know; course and module are a few people's, so they go with the name.
SELECT r.id, r.state, REPLACE(r.points, '.', {{decimal_sign}}) AS points, r.grade AS position, {{grade_symbol}} AS grade, r.scale_version, r.examined_on, r.objection, r.ready_at, r.version,
       IF({{actor_named}}, p.name, NULL) AS ready_by, IF(r.person = :viewer, NULL, ei.code) AS code,
       IF((r.registration IS NOT NULL OR s.anonymous = 0 OR e.state <=> 'confirmed' OR (e.id IS NULL AND r.state = 'attested'))
          AND (st.protected = 0 OR r.institution IN ({{viewer_plans_exams}})), st.name, NULL) AS name,
       r.person = :viewer AS own, e.points_most, r.exam_session, {{exam_name}} AS session_name, s.results_due,
       x.activity, a.name AS activity_name, i.name AS institution, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, IF(c.id IS NULL, NULL, ci.code) AS instance_code, m.code AS module_code,
       IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS module_name,
       COALESCE(m.credits, c.credits) AS credits
FROM result r
JOIN person st ON st.id = r.person
JOIN institution i ON i.id = r.institution
JOIN course_instance ci ON ci.id = r.course_instance
LEFT JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN exam e ON e.exam_session = r.exam_session
LEFT JOIN course c ON c.id = ci.course AND (r.person = :viewer OR r.registration IS NOT NULL OR s.anonymous = 0 OR e.state <=> 'confirmed' OR (e.id IS NULL AND r.state = 'attested'))
LEFT JOIN module m ON m.id = r.module AND c.id IS NOT NULL
LEFT JOIN exam_identity ei ON ei.candidate = r.candidate
LEFT JOIN registration x ON x.id = r.registration
LEFT JOIN activity a ON a.id = x.activity
LEFT JOIN person p ON p.id = r.ready_by
