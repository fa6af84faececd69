-- To print: who is to come, to sign. By name and without codes. Of who is protected no name lies about in a room: the planner sees to them.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: candidates/candidate
SELECT IF(p.protected = 0, p.name, NULL) AS name, o.code AS course_code, c.extra_minutes, DATE_FORMAT({{candidate_ends}}, '%H:%i') AS own_ends_at
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN person p ON p.id = c.person
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course o ON o.id = ci.course
WHERE c.exam_session = :exam_session AND c.state = 'registered'
ORDER BY p.protected, p.sorted_{alphabet}, c.id
