-- Who reads an instance of :exam_session and is no candidate of it now. One row a person, with the instance that they would be one by.
SELECT r.person,
       CAST(SUBSTRING_INDEX(GROUP_CONCAT(i.id ORDER BY i.id <=> c.course_instance DESC, i.starts DESC, i.id DESC), ',', 1) AS UNSIGNED) AS course_instance,
       MAX(c.id IS NOT NULL) AS withdrawn
FROM exam_session_instance si
JOIN course_instance i ON i.id = si.course_instance
JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
LEFT JOIN candidate c ON c.exam_session = si.exam_session AND c.person = r.person
WHERE si.exam_session = :exam_session AND (c.id IS NULL OR c.state = 'withdrawn')
GROUP BY r.person
