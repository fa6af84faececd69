-- Who is to sit, by name: for exam planners. Never a code beside a name.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- one: counts
SELECT COUNT(IF(c.state = 'registered', 1, NULL)) AS registered, COUNT(IF(c.state = 'withdrawn', 1, NULL)) AS withdrawn,
       COUNT(IF(c.state = 'registered' AND (COALESCE(c.extra_minutes, 0) > 0 OR c.accommodation <> '' OR c.accommodation_note IS NOT NULL), 1, NULL))
         AS accommodated,
       COUNT(IF(c.state = 'registered' AND c.handed_in IS NOT NULL, 1, NULL)) AS handed_in,
       (SELECT COUNT(DISTINCT r.person) FROM exam_session_instance si
        JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
        WHERE si.exam_session = :exam_session) AS readers
FROM candidate c WHERE c.exam_session = :exam_session

-- many: instances/instance
{{candidate_instances}}

-- list: candidates/candidate
-- columns: name, email, instance, accommodation, registered_at, handed_in, state
-- sort: name p.sorted_{alphabet}, c.id; instance o.code, ci.code, p.sorted_{alphabet}, c.id; registered_at c.registered_at, c.id; handed_in c.handed_in_at, p.sorted_{alphabet}, c.id; state c.state, p.sorted_{alphabet}, c.id
SELECT c.id, p.name, IF(p.protected = 0, p.email, NULL) AS email, p.protected, CONCAT(o.code, ', ', ci.code) AS instance,
       c.extra_minutes, c.accommodation, c.accommodation_note, c.registered_at, c.by_self, c.handed_in, c.handed_in_at, c.attendance, c.state
FROM candidate c
JOIN person p ON p.id = c.person
JOIN course_instance ci ON ci.id = c.course_instance
JOIN course o ON o.id = ci.course
WHERE {{candidates_chosen}}
-- total:
SELECT COUNT(*) FROM candidate c JOIN person p ON p.id = c.person WHERE {{candidates_chosen}}
