-- A site enters its coordinators and supervisors, on the order that asked it.
-- one: order
{{order_head}}
WHERE o.id = :order

-- many: classes/class
SELECT k.id, CONCAT(k.letter) AS name, k.starts, k.ends
FROM placement_order o JOIN activity_class k ON k.activity = o.activity
WHERE o.id = :order ORDER BY k.letter

-- Whom the site's administrator has made a user.
-- many: people/person
SELECT c.id, CONCAT(c.name, COALESCE(CONCAT(' – ', c.units), '')) AS name
FROM (SELECT p.id, p.name, p.sorted_{alphabet} AS sorted, GROUP_CONCAT(DISTINCT u.name ORDER BY u.name SEPARATOR ', ') AS units
      FROM placement_order o
      JOIN person_grant x ON x.site = o.site
      JOIN person p ON p.id = x.person
      LEFT JOIN unit u ON u.id = x.unit
      WHERE o.id = :order AND {{role_candidate}}
      GROUP BY p.id) c
ORDER BY c.sorted, c.id

-- maybe: prefill
{{role_period}}
WHERE a.id = (SELECT o.activity FROM placement_order o WHERE o.id = :order)

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: check
SELECT 'person' AS field, 'error.not_among' AS error FROM DUAL
WHERE NOT EXISTS (SELECT 1 FROM person_grant x JOIN person p ON p.id = x.person
                  WHERE x.site = :site AND x.person = :person AND {{role_candidate}})
UNION ALL
{{role_part_check}}

-- step: places
{{role_places}}

-- The unit where they work, when there is one.
-- step: person
SELECT p.name, p.protected, MIN(x.unit) AS unit, COUNT(DISTINCT x.unit) AS units
FROM person p JOIN person_grant x ON x.person = p.id AND x.site = :site
WHERE p.id = :person AND {{role_candidate}}
GROUP BY p.id

-- step: insert
INSERT INTO person_grant (person, role, site, unit, activity, activity_class, valid_from, valid_to, students_most)
VALUES (:person, :role, :site, :unit, :activity, :class, :valid_from, :valid_to,
        IF(:role IN ('supervisor', 'lecturer'), :students_most, NULL))
