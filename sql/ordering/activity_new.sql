-- many: instances/instance
SELECT ci.id, CONCAT(c.code, ' ', c.name, ' – ', ci.code) AS name, ci.starts, ci.ends, ci.term
FROM course_instance ci JOIN course c ON c.id = ci.course
WHERE ci.institution IN ({{viewer_planned}}) AND ci.ends >= :today
ORDER BY c.code, ci.starts, ci.id

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name FROM requirement r ORDER BY name

-- maybe: prefill
SELECT ci.id AS instance, c.name, ci.starts, LEAST(ci.ends, ci.starts + INTERVAL 365 DAY) AS ends
FROM course_instance ci JOIN course c ON c.id = ci.course
WHERE ci.id = :instance AND ci.institution IN ({{viewer_planned}})

-- step: instance
SELECT ci.id, ci.institution FROM course_instance ci
WHERE ci.id = :instance AND ci.institution IN ({{viewer_planned}})

-- step: known
SELECT r.id FROM requirement r WHERE r.id = :requirement

-- step: insert
INSERT INTO activity (institution, course_instance, name, starts, ends, places_wanted, details)
VALUES (:institution, :instance, :name, :starts, :ends, :places_wanted, :details)

-- step: insert_count
INSERT INTO activity_count (activity) VALUES (:activity)

-- step: insert_plan
INSERT INTO allocation_plan (activity, institution) VALUES (:activity, :institution)

-- step: insert_requirement
INSERT INTO activity_requirement (activity, requirement) VALUES (:activity, :requirement)

-- step: occurrences
{{occurrences}}
