-- The session's instances, to choose among: registered: how many of its students are candidates.
SELECT ci.id, CONCAT(o.code, ' ', IF(:lang = 'en', COALESCE(o.name_en, o.name), o.name), ', ', ci.code) AS name, ci.starts, ci.ends
FROM exam_session_instance si
JOIN course_instance ci ON ci.id = si.course_instance
JOIN course o ON o.id = ci.course
WHERE si.exam_session = :exam_session
ORDER BY o.code, ci.starts, ci.id
