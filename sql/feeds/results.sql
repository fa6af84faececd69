-- Attested results, as decided last. Grades are as their scale writes them in the institution's first language. By name, as all of them are, no more
-- than staff may know (transcript_rows): of an anonymous exam once its grading is confirmed.
-- one: page
SELECT l.id AS last, EXISTS (SELECT 1 {{feed_results}} AND x.id > l.id) AS more
FROM (SELECT (SELECT x.id {{feed_results}} AND x.id > :after ORDER BY x.id LIMIT 1 OFFSET :skip) AS id) l

-- many: results/result
SELECT STRAIGHT_JOIN x.id, x.person, sn.number AS student_number, p.given_name, p.family_name, x.course_instance, ci.code AS instance_code, c.code AS course_code, m.code AS module_code,
       x.exam_session AS session, r.activity, sv.grading_scale AS scale, sg.symbol AS grade, sg.passed, x.points, IF(sg.passed, COALESCE(m.credits, c.credits), NULL) AS credits,
       x.examined_on, d.at AS attested_at, n.number AS decision, n.at AS decided_at, x.version
FROM (SELECT x.*, (SELECT MAX(fd.number) FROM result_decision fd WHERE fd.result = x.id) AS decision {{feed_results}} AND x.id > :after AND x.id <= :last) x
JOIN person p ON p.id = x.person AND p.protected = 0
LEFT JOIN student sn ON sn.person = x.person AND sn.institution = :partner_institution
JOIN course_instance ci ON ci.id = x.course_instance
JOIN course c ON c.id = ci.course
JOIN scale_version sv ON sv.id = x.scale_version
JOIN scale_grade sg ON sg.scale_version = x.scale_version AND sg.position = x.grade
JOIN result_decision d ON d.result = x.id AND d.number = 1
JOIN result_decision n ON n.result = x.id AND n.number = x.decision
LEFT JOIN module m ON m.id = x.module
LEFT JOIN registration r ON r.id = x.registration
LEFT JOIN exam_session s ON s.id = x.exam_session
LEFT JOIN exam e ON e.exam_session = x.exam_session
WHERE x.registration IS NOT NULL OR s.anonymous = 0 OR e.id IS NULL OR e.state = 'confirmed'
ORDER BY x.id

-- Who became protected, and results of anonymous exams whose grading was opened again: those the partner has name whom it is not to know now.
-- many: removed/thing
{if since}
SELECT 'result' AS kind, x.id
FROM result x JOIN person p ON p.id = x.person
WHERE x.institution = :partner_institution AND x.state = 'attested' AND x.id > :after AND x.id <= :last AND {{feed_protected_since}}
UNION
SELECT 'result', x.id
FROM result x JOIN person p ON p.id = x.person AND p.protected = 0
JOIN exam_session s ON s.id = x.exam_session AND s.anonymous = 1
JOIN exam e ON e.exam_session = x.exam_session AND e.state <> 'confirmed'
WHERE x.institution = :partner_institution AND x.state = 'attested' AND x.registration IS NULL AND x.id > :after AND x.id <= :last
  AND EXISTS (SELECT 1 FROM exam FOR SYSTEM_TIME ALL fe WHERE fe.id = e.id AND fe.state = 'confirmed' AND fe.row_end >= :since)
ORDER BY id
{end}
{unless since} {{feed_none}} {end}
