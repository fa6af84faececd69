-- Units with places that take nobody of some class. One run places all classes, so places count for all of them.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- many: units/unit
WITH places AS ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit)
SELECT u.id, u.name, s.id AS site, s.name AS site_name, p.places
FROM places p JOIN unit u ON u.id = p.unit JOIN site s ON s.id = p.site
ORDER BY s.name {collate}, s.id, u.name {collate}, u.id

-- maybe: prefill
SELECT n.version FROM allocation_plan n WHERE n.activity = :activity

-- A box a unit and class: its key is both, the unit's id and the letter's number in the alphabet.
-- many: prefill_each/prefill
SELECT 'closed' AS field, x.unit * 100 + ASCII(k.letter) - 64 AS `key`, 1 AS value
FROM class_closed_unit x JOIN activity_class k ON k.id = x.activity_class WHERE x.activity = :activity

-- step: lock_plan
{{plan_lock}}

-- step: changed_since
{{plan_changed_since}} AND e.kind = 'wishes.units_changed' LIMIT 1

-- Each unit with places and class, and those that are closed.
-- step: before
WITH places AS ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit)
SELECT u.id AS unit, u.name, u.site, c.id AS class, c.letter, u.id * 100 + ASCII(c.letter) - 64 AS `key`,
       x.unit IS NOT NULL AS closed
FROM activity_class c
JOIN (SELECT p.unit FROM places p UNION SELECT y.unit FROM class_closed_unit y WHERE y.activity = :activity) t
JOIN unit u ON u.id = t.unit
LEFT JOIN class_closed_unit x ON x.activity_class = c.id AND x.unit = t.unit
WHERE c.activity = :activity
ORDER BY u.name, u.id, c.letter

-- step: close
INSERT INTO class_closed_unit (activity, activity_class, site, unit) VALUES (:activity, :class, :site, :unit)

-- step: open
DELETE FROM class_closed_unit WHERE activity_class = :class AND unit = :unit

-- step: touch
{{plan_touch}}
