-- Exam sessions of :partner_institution that others see, by the code of a course instance and the day on which they begin.
(SELECT ci.code, s.starts_on, MIN(s.id) AS id, COUNT(*) AS sessions
 FROM course_instance ci
 JOIN exam_session_instance si ON si.course_instance = ci.id
 JOIN exam_session s ON s.id = si.exam_session AND s.state <> 'draft' AND s.starts_on IS NOT NULL
 WHERE ci.institution = :partner_institution
 GROUP BY ci.code, s.starts_on)
