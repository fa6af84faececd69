-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- Whose roles end with it: when nothing else is asked of the site.
-- maybe: roles
SELECT COUNT(DISTINCT x.person) AS people
FROM placement_order t JOIN person_grant x ON x.activity = t.activity AND x.site = t.site
WHERE t.id = :order AND x.role IN ('site_coordinator', 'supervisor') AND (x.valid_to IS NULL OR x.valid_to >= :today)
  AND NOT EXISTS (SELECT 1 FROM placement_order o
                  WHERE o.activity = t.activity AND o.site = t.site AND o.id <> t.id
                    AND o.state IN ('sent', 'answered', 'closed'))

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: withdraw
UPDATE placement_order SET state = 'withdrawn', version = version + 1 WHERE id = :order

-- step: roles_ending
SELECT x.id, x.role, IF(p.protected = 1, NULL, p.name) AS name
FROM person_grant x JOIN person p ON p.id = x.person
WHERE x.activity = :activity AND x.site = :site AND x.role IN ('site_coordinator', 'supervisor')
  AND (x.valid_to IS NULL OR x.valid_to >= :today)
  AND NOT EXISTS (SELECT 1 FROM placement_order o
                  WHERE o.activity = :activity AND o.site = :site AND o.state IN ('sent', 'answered', 'closed'))
ORDER BY x.id FOR UPDATE

-- step: end_role
{{role_end}}

-- step: recount
{{recount}}
