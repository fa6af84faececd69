-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- Students of no group.
-- many: students/student
SELECT r.id, {{group_student}} AS name
FROM registration r
{{board_row}}
WHERE r.activity = :activity AND r.state = 'registered' AND r.allocation_group IS NULL
  {if q} AND p.name LIKE CONCAT('%', :q, '%') {end}
ORDER BY p.sorted_{alphabet}, r.id LIMIT 100

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- maybe: prefill
SELECT 0 AS version FROM (SELECT 1) one

-- step: lock_plan
{{plan_lock}}

-- step: insert
INSERT INTO allocation_group (activity, kind) VALUES (:activity, :group_kind)

-- step: free
{{group_free}}

-- step: join
{{group_join}}

-- step: members
{{group_members}}

-- step: touch
{{plan_touch}}
