-- Who reads one of a session's instances and has never been its candidate.
SELECT n.exam_session, g.person FROM exam_session_instance n
JOIN course_registration g ON g.course_instance = n.course_instance AND g.state = 'registered'
LEFT JOIN candidate c ON c.exam_session = n.exam_session AND c.person = g.person
WHERE c.id IS NULL
