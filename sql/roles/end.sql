-- one: role
{{role_head}}

-- maybe: prefill
SELECT x.version FROM person_grant x WHERE x.id = :grant

-- step: lock_counts
{{role_lock_counts}}

-- step: lock
{{role_lock}}

-- step: end_role
{{role_end}}
