-- Exam sessions that are no drafts, on the first page, and who is to sit them: no code, no accommodation, not when somebody handed in.
-- one: page
SELECT l.id AS last, EXISTS (SELECT 1 {{feed_candidates}} AND x.id > l.id) AS more
FROM (SELECT (SELECT x.id {{feed_candidates}} AND x.id > :after ORDER BY x.id LIMIT 1 OFFSET :skip) AS id) l

-- many: sessions/session
SELECT s.id, s.type, s.state, s.name, s.name_en, s.date_mode, s.starts_on, LEFT(s.starts_at, 5) AS starts_at, s.ends_on, LEFT(s.ends_at, 5) AS ends_at,
       s.place, s.anonymous, s.resit_of, s.registers_from, s.registers_to, s.results_due, s.version
FROM exam_session s
WHERE s.institution = :partner_institution AND s.state <> 'draft' AND :after = 0 {if since} AND s.row_start >= :since {end}
ORDER BY s.id

-- All of a session's whenever the session is there.
-- many: instances/instance
SELECT n.exam_session AS session, n.course_instance, ci.code AS instance_code, c.code AS course_code, m.code AS module_code
FROM exam_session s
JOIN exam_session_instance n ON n.exam_session = s.id
JOIN course_instance ci ON ci.id = n.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN module m ON m.id = n.module
WHERE s.institution = :partner_institution AND s.state <> 'draft' AND :after = 0 {if since} AND s.row_start >= :since {end}
ORDER BY n.exam_session, n.course_instance

-- many: candidates/candidate
SELECT STRAIGHT_JOIN x.id, x.exam_session AS session, x.course_instance, x.person, sn.number AS student_number, p.given_name, p.family_name, p.email,
       x.state, x.registered_at, x.attendance, x.version
FROM (SELECT x.* {{feed_candidates}} AND x.id > :after AND x.id <= :last) x
JOIN person p ON p.id = x.person AND p.protected = 0
LEFT JOIN student sn ON sn.person = x.person AND sn.institution = :partner_institution
ORDER BY x.id

-- many: removed/thing
{if since}
SELECT 'candidate' AS kind, x.id
FROM candidate x
JOIN exam_session s ON s.id = x.exam_session AND s.state <> 'draft'
JOIN person p ON p.id = x.person
WHERE x.institution = :partner_institution AND x.id > :after AND x.id <= :last AND {{feed_protected_since}}
ORDER BY x.id
{end}
{unless since} {{feed_none}} {end}
