-- one: group
{{group_head}}

-- one: activity
{{activity_head}}
JOIN allocation_group x ON x.activity = a.id
WHERE x.id = :group

-- Its own, and students of no group.
-- many: students/student
SELECT r.id, {{group_student}} AS name
FROM allocation_group x
JOIN registration r ON r.activity = x.activity AND r.state = 'registered'
{{board_row}}
WHERE x.id = :group AND (r.allocation_group = x.id OR (r.allocation_group IS NULL {if q} AND p.name LIKE CONCAT('%', :q, '%') {end}))
ORDER BY r.allocation_group IS NULL, p.sorted_{alphabet}, r.id LIMIT 100

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- maybe: prefill
SELECT x.kind AS group_kind, x.version FROM allocation_group x WHERE x.id = :group

-- many: prefill_each/prefill
SELECT 'members' AS field, r.id AS `key`, 1 AS value
FROM allocation_group x JOIN registration r ON r.activity = x.activity AND r.allocation_group = x.id WHERE x.id = :group

-- step: belongs
SELECT x.activity FROM allocation_group x WHERE x.id = :group

-- step: lock_plan
{{plan_lock}}

-- step: lock
{{group_lock}}

-- step: members
{{group_members}}

-- step: leave
{{group_leave}}

-- step: free
{{group_free}}

-- step: join
{{group_join}}

-- step: update
UPDATE allocation_group SET kind = :group_kind, version = version + 1 WHERE id = :group

-- step: touch
{{plan_touch}}
