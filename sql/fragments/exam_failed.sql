-- Who sat session s.resit_of and did not pass, and still reads a course instance of s: once results of it are in. Whoever has
-- passed the module at another session since is not among them.
SELECT DISTINCT c.person
FROM exam_session s
JOIN candidate c ON c.exam_session = s.resit_of AND c.state = 'registered'
JOIN exam_session_instance o ON o.exam_session = c.exam_session AND o.course_instance = c.course_instance
JOIN exam_session_instance n ON n.exam_session = s.id
JOIN course_registration r ON r.course_instance = n.course_instance AND r.person = c.person AND r.state = 'registered'
WHERE s.id = :exam_session
  AND EXISTS (SELECT 1 FROM result x WHERE x.exam_session = s.resit_of)
  AND NOT EXISTS (SELECT 1 FROM result x JOIN scale_grade g ON g.scale_version = x.scale_version AND g.position = x.grade
                  WHERE x.person = c.person AND x.module = o.module AND g.passed = 1)
