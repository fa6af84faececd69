-- What is ready of an activity's placement periods, to be attested: all of it or some.

-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: sums
SELECT {{results_sums}} FROM ({{results_of_activity}}) v

-- many: grades/grade
SELECT sg.position AS id, {{grade_symbol}} AS name, COUNT(*) AS ready
FROM registration x
JOIN result r ON r.registration = x.id AND r.state = 'ready'
JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
WHERE x.activity = :activity
GROUP BY sg.scale_version, sg.position
ORDER BY sg.scale_version, sg.position

-- only: the one that its own page leads to.
-- list: results/result
-- rows: 500
-- columns: name, class, points, grade, examined_on
-- sort: name v.named DESC, IF(v.named, v.sorted_{alphabet}, NULL), v.registration; class v.class, IF(v.named, v.sorted_{alphabet}, NULL), v.registration; points v.points, v.registration; grade v.grade, v.registration; examined_on v.examined_on, v.registration
SELECT v.code AS id, v.registration, v.result, v.seen, REPLACE(v.points, '.', {{decimal_sign}}) AS points, {{grade_symbol}} AS grade, v.examined_on, IF(v.named, v.name, NULL) AS name, v.class
FROM ({{results_of_activity}}) v
LEFT JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
WHERE v.state = 'ready' AND {{results_found}} {if only} AND v.result = :only {end}
-- total:
SELECT COUNT(*) FROM ({{results_of_activity}}) v WHERE v.state = 'ready' AND {{results_found}} {if only} AND v.result = :only {end}

-- step: account
{{account_lock}}

-- step: lock
SELECT 'plan' AS thing, n.activity AS id, n.version FROM allocation_plan n WHERE n.activity = :activity FOR UPDATE

-- step: rows
SELECT CONCAT(x.id) AS `key`, x.id AS subject, r.version AS seen, r.state, r.person = :viewer AS own
FROM registration x JOIN result r ON r.registration = x.id
WHERE x.activity = :activity AND r.state <> 'draft'
FOR UPDATE

-- step: attest
UPDATE result r JOIN {{result_subjects}} t ON t.subject = r.registration
SET r.state = 'attested', r.version = r.version + 1

-- step: decisions
INSERT INTO result_decision (result, number, points, grade, scale_version, examined_on, person, at)
SELECT r.id, 1, r.points, r.grade, r.scale_version, r.examined_on, :viewer, :now
FROM {{result_subjects}} t JOIN result r ON r.registration = t.subject

-- step: attested
{{result_event}} FROM {{result_subjects}} t JOIN result r ON r.registration = t.subject
