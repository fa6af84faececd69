-- A new decision of what is attested: the one before stays to be seen.
-- one: result
{{result_one}}
WHERE r.id = :result

-- many: decisions/decision
{{result_decisions}}

-- many: grades/grade
SELECT sg.position AS id, {{grade_symbol}} AS name
FROM result r JOIN scale_grade sg ON sg.scale_version = r.scale_version WHERE r.id = :result ORDER BY sg.position

-- maybe: prefill
SELECT r.points, r.grade, r.examined_on, r.version FROM result r WHERE r.id = :result

-- step: account
{{account_lock}}

-- step: lock
{{result_lock}}

-- step: grade
SELECT sg.symbol FROM result r JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = :grade WHERE r.id = :result

-- step: update
UPDATE result SET points = :points, grade = :grade, examined_on = :examined_on, version = version + 1 WHERE id = :result

-- step: decide
INSERT INTO result_decision (result, number, points, grade, scale_version, examined_on, reason, person, at)
SELECT r.id, (SELECT MAX(d.number) + 1 FROM result_decision d WHERE d.result = r.id), r.points, r.grade, r.scale_version, r.examined_on,
       :reason, :viewer, :now
FROM result r WHERE r.id = :result
