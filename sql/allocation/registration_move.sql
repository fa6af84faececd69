-- A student to another class of the activity.
-- one: registration
{{registration_head}}

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends,
       (SELECT COUNT(*) FROM registration y WHERE y.activity = k.activity AND y.activity_class = k.id AND y.state = 'registered')
         AS registered
FROM registration x JOIN activity_class k ON k.activity = x.activity
WHERE x.id = :registration AND NOT k.id <=> x.activity_class
ORDER BY k.letter

-- What stands against it, a class: wishes and the place given that are shut to it.
-- many: closed/unit
SELECT f.activity_class AS class, k.letter, f.unit, u.name AS unit_name, s.name AS site_name, l.unit IS NOT NULL AS here, w.number AS wish
FROM registration x
JOIN class_closed_unit f ON f.activity = x.activity AND NOT f.activity_class <=> x.activity_class
JOIN activity_class k ON k.id = f.activity_class
JOIN unit u ON u.id = f.unit
JOIN site s ON s.id = f.site
LEFT JOIN allocation l ON l.registration = x.id AND l.unit = f.unit
LEFT JOIN wish w ON w.registration = x.id AND w.unit = f.unit
WHERE x.id = :registration AND (l.unit IS NOT NULL OR w.number IS NOT NULL)
ORDER BY k.letter, here DESC, w.number

-- maybe: placement
{{registration_told}}

-- maybe: prefill
SELECT x.version FROM registration x WHERE x.id = :registration

-- step: lock_plan
{{plan_lock_of_registration}}

-- step: lock
{{registration_lock}}

-- step: class
SELECT k.letter, k.starts, k.ends,
       (SELECT COUNT(*) FROM allocation l JOIN class_closed_unit f ON f.unit = l.unit AND f.activity_class = k.id
        WHERE l.registration = :registration) AS shut,
       (SELECT CONCAT(u.name, ' – ', s.name) FROM allocation l JOIN unit u ON u.id = l.unit JOIN site s ON s.id = l.site
        WHERE l.registration = :registration) AS unit_name
FROM activity_class k WHERE k.id = :class AND k.activity = :activity LOCK IN SHARE MODE

-- step: move
UPDATE registration SET activity_class = :class, version = version + 1 WHERE id = :registration

-- step: clear
UPDATE allocation SET site = NULL, unit = NULL, supervisor = NULL, locked = 0, version = version + 1 WHERE registration = :registration
