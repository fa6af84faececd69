-- one: activity
{{activity_head}}
JOIN activity_class k ON k.activity = a.id
WHERE k.id = :class

-- one: class
SELECT k.id, k.letter, k.starts, k.ends, k.places_wanted FROM activity_class k WHERE k.id = :class

-- maybe: roles
SELECT COUNT(DISTINCT x.person) AS people FROM activity_class k
JOIN person_grant x ON x.activity = k.activity AND x.activity_class = k.id AND (x.valid_to IS NULL OR x.valid_to >= :today)
WHERE k.id = :class

-- maybe: prefill
SELECT k.version FROM activity_class k WHERE k.id = :class

-- step: lock_counts
SELECT n.activity FROM activity_count n
WHERE n.activity = (SELECT k.activity FROM activity_class k WHERE k.id = :class) FOR UPDATE

-- step: lock
SELECT 'class' AS thing, k.* FROM activity_class k WHERE k.id = :class FOR UPDATE

-- step: lock_activity
{{activity_lock}}

-- Students in the class keep it from being removed.
-- step: students
SELECT COUNT(*) AS students FROM registration x
WHERE x.activity = :activity AND x.activity_class = :class AND x.state = 'registered'

-- Other roles in it end.
-- step: roles_ending
SELECT x.id, x.role, IF(p.protected = 1, NULL, p.name) AS name
FROM person_grant x JOIN person p ON p.id = x.person
WHERE x.activity = :activity AND x.activity_class = :class AND (x.valid_to IS NULL OR x.valid_to >= :today)
ORDER BY x.id FOR UPDATE

-- step: end_role
{{role_end}}

-- What is over is kept without the class: history has it with.
-- step: detach
UPDATE person_grant SET activity_class = NULL, version = version + 1 WHERE activity = :activity AND activity_class = :class

-- step: detach_students
UPDATE registration SET activity_class = NULL, version = version + 1 WHERE activity = :activity AND activity_class = :class

-- step: open_units
DELETE FROM class_closed_unit WHERE activity = :activity AND activity_class = :class

-- step: delete
DELETE FROM activity_class WHERE id = :class

-- step: clear_occurrences
DELETE FROM occurrence WHERE activity = :activity

-- step: occurrences
{{occurrences}}
