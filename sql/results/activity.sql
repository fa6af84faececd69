-- The results of an activity's placement periods, one each student.

-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- examined_on: what is proposed as the day somebody was examined.
-- one: grading
SELECT NULL AS points_most, {{placement_scale}} AS scale_version, IF(a.ends <= CAST(:today AS DATE), a.ends, NULL) AS examined_on
FROM activity a WHERE a.id = :activity

-- one: sums
SELECT {{results_sums}} FROM ({{results_of_activity}}) v

-- Of every scale that is met here, the one of new results first.
-- many: grades/grade
SELECT sg.scale_version AS scale, sg.position AS id, {{grade_symbol}} AS name, sg.passed, COALESCE(d.drafts, 0) AS drafts, COALESCE(d.results, 0) AS results
FROM scale_grade sg
LEFT JOIN (SELECT r.scale_version, r.grade, COUNT(*) AS results, SUM(r.state = 'draft') AS drafts
           FROM registration x JOIN result r ON r.registration = x.id WHERE x.activity = :activity GROUP BY r.scale_version, r.grade) d
  ON d.scale_version = sg.scale_version AND d.grade = sg.position
WHERE sg.scale_version = {{placement_scale}}
   OR sg.scale_version IN (SELECT r.scale_version FROM registration x JOIN result r ON r.registration = x.id WHERE x.activity = :activity)
ORDER BY sg.scale_version <> {{placement_scale}}, sg.scale_version, sg.position

-- list: results/result
-- rows: 500
-- columns: name, class, points, grade, examined_on, result_state
-- sort: name v.named DESC, IF(v.named, v.sorted_{alphabet}, NULL), v.registration; class v.class, IF(v.named, v.sorted_{alphabet}, NULL), v.registration; points v.points, v.registration; grade v.grade, v.registration; examined_on v.examined_on, v.registration; result_state FIELD(v.state, 'untouched', 'draft', 'ready', 'attested'), v.registration
SELECT v.code AS id, v.registration, v.result, v.seen, v.state AS result_state, REPLACE(v.points, '.', {{decimal_sign}}) AS points, v.scale_version AS scale, v.grade AS position,
       {{grade_symbol}} AS grade, v.examined_on, v.returned, IF(v.named, v.name, NULL) AS name, v.class,
       IF(v.candidate_state = 'withdrawn', 1, NULL) AS withdrawn
FROM ({{results_of_activity}}) v
LEFT JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
WHERE {{results_choice}}
-- total:
SELECT COUNT(*) FROM ({{results_of_activity}}) v WHERE {{results_choice}}

-- examined: somebody is told of what is ready, as mail/results_ready says whom.
-- step: lock
SELECT 'plan' AS thing, a.id, 0 AS version, a.cancelled_at IS NULL AS open, NULL AS points_most,
       IF(a.ends <= CAST(:today AS DATE), a.ends, NULL) AS examined_on,
       EXISTS (SELECT 1 FROM person_grant g WHERE g.institution = a.institution AND g.role = 'examiner' AND g.activity IS NULL
                 AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)) AS examined
FROM allocation_plan n JOIN activity a ON a.id = n.activity
WHERE n.activity = :activity FOR UPDATE

-- Everybody's, as they stand.
-- A placement that was broken off has a result: nobody is gone.
-- step: rows
SELECT CONCAT(x.id) AS `key`, x.id AS subject, COALESCE(r.version, 0) AS seen, COALESCE(r.state, 'untouched') AS state, r.points, r.grade,
       r.examined_on, x.person = :viewer AS own, 0 AS gone,
       (SELECT MAX(sg.position) FROM scale_grade sg WHERE sg.scale_version = COALESCE(r.scale_version, {{placement_scale}})) AS grades
FROM registration x
LEFT JOIN result r ON r.registration = x.id
WHERE x.activity = :activity AND (x.state = 'registered' OR r.id IS NOT NULL)
FOR UPDATE

-- step: insert
INSERT INTO result (institution, person, course_instance, registration, scale_version, points, grade, examined_on)
SELECT x.institution, x.person, a.course_instance, x.id, {{placement_scale}}, t.points, t.grade, t.examined_on
FROM {{results_typed}} t
JOIN registration x ON x.id = t.subject
JOIN activity a ON a.id = x.activity
WHERE t.seen = 0 ORDER BY x.id

-- step: update
UPDATE result r JOIN {{results_typed}} t ON t.subject = r.registration AND t.seen > 0
SET r.points = t.points, r.grade = t.grade, r.examined_on = t.examined_on, r.version = r.version + 1

-- step: saved
{{result_event}} FROM {{results_typed}} t JOIN result r ON r.registration = t.subject

-- step: saved_changes
{{result_event_change}} FROM {{results_typed}} t JOIN result r ON r.registration = t.subject {{result_event_changes}}

-- step: make_ready
UPDATE result r JOIN {{result_subjects}} t ON t.subject = r.registration
SET r.state = 'ready', r.objection = NULL, r.ready_at = :now, r.ready_by = :viewer, r.version = r.version + 1
WHERE r.state = 'draft'

-- step: made_ready
{{result_event}} FROM {{result_subjects}} t JOIN result r ON r.registration = t.subject
