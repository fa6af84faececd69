-- Who sits, as lists on paper have them: by name, of who is protected last.
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN person p ON p.id = c.person
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course o ON o.id = ci.course
WHERE c.exam_session = :exam_session AND c.state = 'registered'
ORDER BY p.protected, p.sorted_{alphabet}, c.id
