-- A student who registers to an exam: when it is, what it concerns, and until when one may.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- shut: why not now. candidate: they are registered already.
-- one: own
SELECT {{exam_shut}} AS shut, s.registers_to, DATEDIFF(s.registers_to, :today) AS days_left,
       (SELECT c.id FROM candidate c WHERE c.exam_session = s.id AND c.person = :viewer AND c.state = 'registered') AS candidate
FROM exam_session s WHERE s.id = :exam_session

-- What it concerns for them: of several instances they read, the one that counts.
-- maybe: concerns
SELECT o.code AS course_code, IF(:lang = 'en', COALESCE(o.name_en, o.name), o.name) AS course_name, ci.code AS instance_code, ci.starts, ci.ends,
       m.code AS module_code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS module_name, m.credits
FROM exam_session_instance si
JOIN course_registration r ON r.course_instance = si.course_instance AND r.person = :viewer AND r.state = 'registered'
JOIN course_instance ci ON ci.id = si.course_instance
JOIN course o ON o.id = ci.course
LEFT JOIN module m ON m.id = si.module
WHERE si.exam_session = :exam_session
ORDER BY ci.starts DESC, ci.id DESC LIMIT 1

-- Other exams of theirs at the same time.
-- many: overlaps/candidate
SELECT c.id, {{exam_name}} AS exam_name
FROM exam_session h
JOIN candidate c ON c.person = :viewer AND c.state = 'registered' AND c.exam_session <> h.id
JOIN exam_session s ON s.id = c.exam_session AND s.state = 'confirmed' AND s.date_mode <> 'none'
WHERE h.id = :exam_session AND h.date_mode <> 'none'
  AND TIMESTAMP(s.starts_on, s.starts_at) < TIMESTAMP(h.ends_on, h.ends_at)
  AND TIMESTAMP(h.starts_on, h.starts_at) < TIMESTAMP(s.ends_on, s.ends_at)
ORDER BY s.starts_on, c.id LIMIT 10

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: shut
SELECT {{exam_shut}} AS shut FROM exam_session s WHERE s.id = :exam_session

-- step: candidate
SELECT c.id FROM candidate c WHERE c.exam_session = :exam_session AND c.person = :viewer
