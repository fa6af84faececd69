-- To the students whose results :event attested. The mail says that there is one, not what it is.
-- step: recipients
SELECT r.person
FROM event e
JOIN result r ON r.exam_session = e.thing_id AND r.state = 'attested'
JOIN event o ON o.thing = 'result' AND o.thing_id = r.id AND o.kind = 'result.attested' AND o.request = e.request
WHERE e.id = :event AND e.thing = 'exam_session'
UNION
SELECT r.person
FROM event e
JOIN registration x ON x.activity = e.thing_id
JOIN result r ON r.registration = x.id AND r.state = 'attested'
JOIN event o ON o.thing = 'result' AND o.thing_id = r.id AND o.kind = 'result.attested' AND o.request = e.request
WHERE e.id = :event AND e.thing = 'plan'

-- one: result
SELECT r.id, COALESCE({{exam_name}}, a.name) AS name, i.name AS institution, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, r.examined_on
FROM event e
JOIN result r ON r.person = :viewer AND r.state = 'attested'
  AND (CASE WHEN e.thing = 'exam_session' THEN r.exam_session = e.thing_id
            ELSE r.registration IN (SELECT x.id FROM registration x WHERE x.activity = e.thing_id) END)
JOIN institution i ON i.id = r.institution
JOIN course_instance ci ON ci.id = r.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN activity a ON a.id = e.activity
WHERE e.id = :event
