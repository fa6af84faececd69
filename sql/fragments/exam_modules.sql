-- What an exam concerns. The caller says of which session, and in what order: :exam_session ORDER BY c.code, u.code
SELECT DISTINCT c.code AS course_code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, u.code,
       IF(:lang = 'en', COALESCE(u.name_en, u.name), u.name) AS name, u.credits
FROM exam_session_instance si
JOIN course_instance ci ON ci.id = si.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN module u ON u.id = si.module
WHERE si.exam_session =
