-- The results of an exam session, entered row by row: points, grade, date. By code until its students may be named.

-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: modules/module
{{exam_modules}} :exam_session ORDER BY c.code, u.code

-- examined_on: what is proposed as the day somebody was examined.
-- one: grading
SELECT e.id AS exam, e.state, e.points_most, s.scale_version, {{result_head}},
       IF(s.ends_on <= CAST(:today AS DATE), s.ends_on, NULL) AS examined_on
FROM exam_session s LEFT JOIN exam e ON e.exam_session = s.id
WHERE s.id = :exam_session

-- one: sums
SELECT {{results_sums}} FROM ({{results_of_session}}) v

-- Grades of the session's scale, lowest first, and how many drafts have each.
-- many: grades/grade
SELECT sg.position AS id, {{grade_symbol}} AS name, sg.passed, COALESCE(d.drafts, 0) AS drafts, COALESCE(d.results, 0) AS results
FROM exam_session s
JOIN scale_grade sg ON sg.scale_version = s.scale_version
LEFT JOIN (SELECT r.scale_version, r.grade, COUNT(*) AS results, SUM(r.state = 'draft') AS drafts FROM result r
           WHERE r.exam_session = :exam_session GROUP BY r.scale_version, r.grade) d
  ON d.scale_version = sg.scale_version AND d.grade = sg.position
WHERE s.id = :exam_session
ORDER BY sg.position

-- list: results/result
-- rows: 500
-- columns: code, name, instance, handed_in, points, grade, examined_on, result_state
-- sort: code v.code; name v.named DESC, IF(v.named, v.sorted_{alphabet}, NULL), v.code; points v.points, v.code; grade v.grade, v.code; examined_on v.examined_on, v.code; result_state FIELD(v.state, 'untouched', 'draft', 'ready', 'attested'), v.code
SELECT v.code AS id, v.code, v.result, v.seen, v.state AS result_state, REPLACE(v.points, '.', {{decimal_sign}}) AS points, v.grade AS position, {{grade_symbol}} AS grade, v.examined_on, v.returned,
       v.transferred, IF(v.named, v.name, NULL) AS name, IF(v.named, v.candidate, NULL) AS candidate,
       IF(v.named, ci.code, NULL) AS instance, IF(v.named, v.handed_in, NULL) AS handed_in,
       IF(v.named AND v.candidate_state = 'registered' AND v.handed_in IS NULL, 1, NULL) AS no_hand_in,
       IF(v.named AND v.candidate_state = 'withdrawn', 1, NULL) AS withdrawn
FROM ({{results_of_session}}) v
STRAIGHT_JOIN course_instance ci ON ci.id = v.course_instance
LEFT JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
WHERE {{results_choice}} {{results_who}}
-- total:
{unless q, state, who, grade}
SELECT COUNT(*) FROM candidate c LEFT JOIN result r ON r.candidate = c.id
WHERE c.exam_session = :exam_session AND (c.state = 'registered' OR r.id IS NOT NULL)
{end}
{if q, state, who, grade}
SELECT COUNT(*) FROM ({{results_of_session}}) v WHERE {{results_choice}} {{results_who}}
{end}

-- examined: somebody is told of what is ready, as mail/results_ready says whom.
-- step: lock
SELECT 'exam_session' AS thing, s.id, s.version, s.state = 'confirmed' AS open, e.points_most,
       IF(s.ends_on <= CAST(:today AS DATE), s.ends_on, NULL) AS examined_on,
       EXISTS (SELECT 1 FROM exam_examiner x
               JOIN person_grant g ON g.person = x.person AND g.institution = s.institution AND g.role = 'examiner' AND g.activity IS NULL
                 AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
               WHERE x.exam_session = s.id) AS examined
FROM exam_session s LEFT JOIN exam e ON e.exam_session = s.id
WHERE s.id = :exam_session FOR UPDATE

-- Everybody's, as they stand.
-- step: rows
SELECT i.code AS `key`, c.id AS subject, COALESCE(r.version, 0) AS seen, COALESCE(r.state, 'untouched') AS state, r.points, r.grade,
       r.examined_on, c.person = :viewer AS own, c.state = 'withdrawn' AS gone, (SELECT MAX(sg.position) FROM scale_grade sg WHERE sg.scale_version = COALESCE(r.scale_version, s.scale_version)) AS grades
FROM exam_session s
JOIN candidate c ON c.exam_session = s.id
JOIN exam_identity i ON i.candidate = c.id
LEFT JOIN result r ON r.candidate = c.id
WHERE s.id = :exam_session AND (c.state = 'registered' OR r.id IS NOT NULL)
FOR UPDATE

-- In the order of codes, so that their numbers tell nothing.
-- step: insert
INSERT INTO result (institution, person, course_instance, module, exam_session, candidate, scale_version, points, grade, examined_on)
SELECT c.institution, c.person, c.course_instance, x.module, c.exam_session, c.id, s.scale_version, t.points, t.grade, t.examined_on
FROM {{results_typed}} t
JOIN candidate c ON c.id = t.subject
JOIN exam_identity i ON i.candidate = c.id
JOIN exam_session s ON s.id = c.exam_session
JOIN exam_session_instance x ON x.exam_session = c.exam_session AND x.course_instance = c.course_instance
WHERE t.seen = 0 ORDER BY i.code

-- step: update
UPDATE result r JOIN {{results_typed}} t ON t.subject = r.candidate AND t.seen > 0
SET r.points = t.points, r.grade = t.grade, r.examined_on = t.examined_on, r.version = r.version + 1

-- step: saved
{{result_event}} FROM {{results_typed}} t JOIN result r ON r.candidate = t.subject

-- step: saved_changes
{{result_event_change}} FROM {{results_typed}} t JOIN result r ON r.candidate = t.subject {{result_event_changes}}

-- step: make_ready
UPDATE result r JOIN {{result_subjects}} t ON t.subject = r.candidate
SET r.state = 'ready', r.objection = NULL, r.ready_at = :now, r.ready_by = :viewer, r.version = r.version + 1
WHERE r.state = 'draft'

-- step: made_ready
{{result_event}} FROM {{result_subjects}} t JOIN result r ON r.candidate = t.subject
