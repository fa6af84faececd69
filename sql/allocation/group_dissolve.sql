-- one: group
{{group_head}}

-- one: activity
{{activity_head}}
JOIN allocation_group x ON x.activity = a.id
WHERE x.id = :group

-- maybe: prefill
SELECT x.version FROM allocation_group x WHERE x.id = :group

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

-- step: remove
DELETE FROM allocation_group WHERE id = :group

-- step: touch
{{plan_touch}}
