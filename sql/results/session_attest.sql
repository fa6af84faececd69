-- What is ready of an exam session, to be attested: all of it or some.

-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: modules/module
{{exam_modules}} :exam_session ORDER BY c.code, u.code

-- one: grading
SELECT e.id AS exam, e.state, {{result_head}} FROM exam_session s LEFT JOIN exam e ON e.exam_session = s.id
WHERE s.id = :exam_session

-- one: sums
SELECT {{results_sums}} FROM ({{results_of_session}}) v

-- many: grades/grade
SELECT sg.position AS id, {{grade_symbol}} AS name, COUNT(*) AS ready
FROM result r JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
WHERE r.exam_session = :exam_session AND r.state = 'ready'
GROUP BY sg.scale_version, sg.position
ORDER BY sg.position

-- only: the one that its own page leads to.
-- list: results/result
-- rows: 500
-- columns: code, name, points, grade, examined_on
-- sort: code v.code; name v.named DESC, IF(v.named, v.sorted_{alphabet}, NULL), v.code; points v.points, v.code; grade v.grade, v.code; examined_on v.examined_on, v.code
SELECT v.code AS id, v.code, v.result, v.seen, REPLACE(v.points, '.', {{decimal_sign}}) AS points, {{grade_symbol}} AS grade, v.examined_on, IF(v.named, v.name, NULL) AS name
FROM ({{results_of_session}}) v
LEFT JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
WHERE v.state = 'ready' AND {{results_found}} {if only} AND v.result = :only {end}
-- total:
SELECT COUNT(*) FROM ({{results_of_session}}) v WHERE v.state = 'ready' AND {{results_found}} {if only} AND v.result = :only {end}

-- step: account
{{account_lock}}

-- step: lock
SELECT 'exam_session' AS thing, s.id, s.version FROM exam_session s WHERE s.id = :exam_session FOR UPDATE

-- step: rows
SELECT i.code AS `key`, r.candidate AS subject, r.version AS seen, r.state, r.person = :viewer AS own
FROM result r JOIN exam_identity i ON i.candidate = r.candidate
WHERE r.exam_session = :exam_session AND r.state <> 'draft'
FOR UPDATE

-- step: attest
UPDATE result r JOIN {{result_subjects}} t ON t.subject = r.candidate
SET r.state = 'attested', r.version = r.version + 1

-- step: decisions
INSERT INTO result_decision (result, number, points, grade, scale_version, examined_on, person, at)
SELECT r.id, 1, r.points, r.grade, r.scale_version, r.examined_on, :viewer, :now
FROM {{result_subjects}} t JOIN result r ON r.candidate = t.subject

-- step: attested
{{result_event}} FROM {{result_subjects}} t JOIN result r ON r.candidate = t.subject
