-- What candidate_facts reads: candidate c with its session, exam, code, instance, course and module.
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN institution i ON i.id = s.institution
JOIN exam_session_instance si ON si.exam_session = c.exam_session AND si.course_instance = c.course_instance
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course o ON o.id = ci.course
LEFT JOIN module m ON m.id = si.module
LEFT JOIN exam x ON x.exam_session = s.id
LEFT JOIN exam_identity t ON t.candidate = c.id
