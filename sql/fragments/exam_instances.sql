-- The course instances of a session, and what it concerns for each.
SELECT ci.id, ci.code, ci.term, ci.starts, ci.ends, ci.pace, ci.mode, ci.place, c.id AS course, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, c.credits AS course_credits, c.department,
       m.id AS module, m.code AS module_code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS module_name, m.credits,
       m.grading_scale, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS scale_name
FROM exam_session_instance n
JOIN course_instance ci ON ci.id = n.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN module m ON m.id = n.module
LEFT JOIN grading_scale g ON g.id = m.grading_scale
WHERE n.exam_session = :exam_session
ORDER BY c.code, ci.starts, ci.id
