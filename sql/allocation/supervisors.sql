-- Who follows each student of an activity: a supervisor of the site, a lecturer of the institution. Only students who have a place.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: sums
SELECT COUNT(*) AS placed, COALESCE(SUM(w.supervisor IS NULL), 0) AS no_supervisor, COALESCE(SUM(w.lecturer IS NULL), 0) AS no_lecturer,
       (SELECT n.shares > 0 FROM allocation_plan n WHERE n.activity = :activity) AS shared
FROM allocation w JOIN registration r ON r.id = w.registration AND r.state = 'registered'
WHERE w.activity = :activity AND w.unit IS NOT NULL

-- many: classes/class
SELECT k.id, k.letter AS name FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- many: sites/site
SELECT DISTINCT s.id, s.name
FROM allocation w JOIN site s ON s.id = w.site
WHERE w.activity = :activity
ORDER BY s.name {collate}, s.id

-- many: followers/follower
{{followers}}
ORDER BY p.sorted_{alphabet}, p.id

-- Whom a student of a site and class may be given; class NULL: whichever.
-- many: choices/choice
SELECT DISTINCT g.person, g.role, g.site, g.activity_class AS class
FROM allocation w
JOIN registration r ON r.id = w.registration
JOIN activity a ON a.id = w.activity
LEFT JOIN activity_class k ON k.id = r.activity_class
JOIN person_grant g ON {{follows}}
JOIN person p ON p.id = g.person
WHERE w.activity = :activity AND w.unit IS NOT NULL
ORDER BY p.sorted_{alphabet}, p.id

-- list: rows/row
-- columns: student, class, site, unit, supervisor, lecturer
-- sort: site s.name {collate}, u.name {collate}, p.sorted_{alphabet}, r.id; student p.sorted_{alphabet}, r.id; class k.letter, p.sorted_{alphabet}, r.id; unit u.name {collate}, p.sorted_{alphabet}, r.id; supervisor v.sorted_{alphabet}, p.sorted_{alphabet}, r.id; lecturer l.sorted_{alphabet}, p.sorted_{alphabet}, r.id
SELECT r.id, p.name AS student, k.letter AS class, r.activity_class AS class_id, s.name AS site, w.site AS site_id, u.name AS unit, w.unit AS unit_id,
       w.version AS seen, w.supervisor AS supervisor_id, IF(v.protected = 0, v.name, NULL) AS supervisor,
       w.lecturer AS lecturer_id, l.name AS lecturer
FROM allocation w
JOIN registration r ON r.id = w.registration AND r.state = 'registered'
JOIN person p ON p.id = r.person
JOIN site s ON s.id = w.site
JOIN unit u ON u.id = w.unit
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN person v ON v.id = w.supervisor
LEFT JOIN person l ON l.id = w.lecturer
WHERE w.activity = :activity AND w.unit IS NOT NULL
{if q} AND (p.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%')) {end}
{if class} AND r.activity_class = :class {end}
{if site} AND w.site = :site {end}
{if state} AND CASE :state WHEN 'no_supervisor' THEN w.supervisor IS NULL WHEN 'no_lecturer' THEN w.lecturer IS NULL ELSE FALSE END {end}

-- step: lock_plan
{{plan_lock}}

-- step: row
SELECT w.version, COALESCE(w.supervisor, 0) AS supervisor, COALESCE(w.lecturer, 0) AS lecturer, IF(p.protected = 0, p.name, NULL) AS student,
       IF(v.protected = 0, v.name, NULL) AS supervisor_name, IF(l.protected = 0, l.name, NULL) AS lecturer_name
FROM allocation w
JOIN registration r ON r.id = w.registration AND r.state = 'registered'
JOIN person p ON p.id = r.person
LEFT JOIN person v ON v.id = w.supervisor
LEFT JOIN person l ON l.id = w.lecturer
WHERE w.registration = :registration AND w.activity = :activity AND w.unit IS NOT NULL

-- Whether :person may follow the student as :role; their name as the history may tell it.
-- step: may
SELECT IF(p.protected = 0, p.name, NULL) AS name
FROM allocation w
JOIN registration r ON r.id = w.registration
JOIN activity a ON a.id = w.activity
LEFT JOIN activity_class k ON k.id = r.activity_class
JOIN person_grant g ON {{follows}}
JOIN person p ON p.id = g.person
WHERE w.registration = :registration AND g.person = :person AND g.role = :role LIMIT 1

-- step: save
UPDATE allocation SET supervisor = NULLIF(:supervisor, 0), lecturer = NULLIF(:lecturer, 0), version = version + 1
WHERE registration = :registration

-- step: touch
{{plan_touch}}
