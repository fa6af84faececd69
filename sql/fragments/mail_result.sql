-- What a mail says of the one result :thing_id.
SELECT r.id, COALESCE({{exam_name}}, a.name) AS name, i.name AS institution, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, r.examined_on
FROM result r
JOIN institution i ON i.id = r.institution
JOIN course_instance ci ON ci.id = r.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN registration x ON x.id = r.registration
LEFT JOIN activity a ON a.id = x.activity
WHERE r.id = :thing_id
