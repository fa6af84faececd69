-- To print: who may sit, and how: for those who let people in and see to accommodation. Without codes.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: candidates/candidate
SELECT IF(p.protected = 0, p.name, NULL) AS name, o.code AS course_code, c.extra_minutes, DATE_FORMAT({{candidate_ends}}, '%H:%i') AS own_ends_at,
       c.accommodation, c.accommodation_note
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN person p ON p.id = c.person
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course o ON o.id = ci.course
WHERE c.exam_session = :exam_session AND c.state = 'registered'
ORDER BY p.protected, p.sorted_{alphabet}, c.id
