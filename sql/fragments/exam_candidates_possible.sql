-- Who reads an instance of :exam_session and is no candidate of it now. One row a person.
SELECT r.person, MAX(r.course_instance) AS course_instance, MAX(c.id IS NOT NULL) AS withdrawn
FROM exam_session_instance si
JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
LEFT JOIN candidate c ON c.exam_session = si.exam_session AND c.person = r.person
WHERE si.exam_session = :exam_session AND (c.id IS NULL OR c.state = 'withdrawn')
GROUP BY r.person
