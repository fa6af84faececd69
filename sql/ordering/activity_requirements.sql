-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name FROM requirement r ORDER BY name

-- maybe: prefill
SELECT a.version FROM activity a WHERE a.id = :activity

-- many: prefill_each/prefill
SELECT 'requirements' AS field, ar.requirement AS `key`, 1 AS value
FROM activity_requirement ar WHERE ar.activity = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: before
SELECT r.id, r.name_nb AS name, ar.activity IS NOT NULL AS required
FROM requirement r
LEFT JOIN activity_requirement ar ON ar.requirement = r.id AND ar.activity = :activity
ORDER BY r.id

-- step: insert
INSERT INTO activity_requirement (activity, requirement) VALUES (:activity, :requirement)

-- step: delete
DELETE FROM activity_requirement WHERE activity = :activity AND requirement = :requirement

-- step: touch
UPDATE activity SET version = version + 1 WHERE id = :activity
