-- Students added by a planner, at any time until grading is confirmed: of those who read the session's instances.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: people/person
SELECT p.id, p.name, p.protected, IF(p.protected = 0, p.email, NULL) AS email, CONCAT(o.code, ', ', ci.code) AS instance, f.withdrawn
FROM ({{exam_candidates_possible}}) f
JOIN person p ON p.id = f.person
JOIN course_instance ci ON ci.id = f.course_instance
JOIN course o ON o.id = ci.course
{if q} WHERE p.name LIKE CONCAT('%', :q, '%') OR (p.protected = 0 AND p.email LIKE CONCAT(:q, '%')) {end}
ORDER BY p.sorted_{alphabet}, p.id LIMIT 200

-- one: counts
SELECT COUNT(*) AS possible FROM ({{exam_candidates_possible}}) f

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- step: lock
{{exam_session_lock}}

-- step: registered
SELECT COUNT(*) AS registered FROM candidate c WHERE c.exam_session = :exam_session AND c.state = 'registered'
