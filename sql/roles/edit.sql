-- one: role
{{role_head}}

-- maybe: prefill
SELECT x.valid_from, x.valid_to, x.students_most, x.version FROM person_grant x WHERE x.id = :grant

-- step: lock_counts
{{role_lock_counts}}

-- step: lock
{{role_lock}}

-- step: check
{{role_dates}}
UNION ALL (SELECT NULL, 'error.granted_already' FROM person_grant g
           JOIN person_grant x ON x.activity = g.activity AND x.person = g.person AND x.role = g.role AND x.site <=> g.site
             AND x.activity_class <=> g.activity_class AND x.id <> g.id
             AND x.valid_from <= :valid_to AND (x.valid_to IS NULL OR x.valid_to >= :valid_from)
           WHERE g.id = :grant LIMIT 1)

-- step: update
UPDATE person_grant SET valid_from = :valid_from, valid_to = :valid_to,
  students_most = IF(role IN ('supervisor', 'lecturer'), :students_most, NULL), version = version + 1 WHERE id = :grant
