-- Who has handed in wishes, and where most want to go.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: plan
{{wishes_plan}}

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- Units with places beside what is wished for: where the crowd is first. shut: classes it is closed to.
-- many: units/unit
WITH places AS ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit)
SELECT u.id, u.name, s.name AS site_name, p.places, COALESCE(d.firsts, 0) AS firsts, COALESCE(d.wishes, 0) AS wishes,
       GREATEST(COALESCE(d.firsts, 0) - p.places, 0) AS crowd,
       (SELECT GROUP_CONCAT(k.letter ORDER BY k.letter SEPARATOR ', ') FROM class_closed_unit x
        JOIN activity_class k ON k.id = x.activity_class WHERE x.activity = :activity AND x.unit = p.unit) AS shut
FROM places p
JOIN unit u ON u.id = p.unit
JOIN site s ON s.id = p.site
LEFT JOIN (SELECT w.unit, SUM(w.number = 1) AS firsts, COUNT(*) AS wishes
           FROM registration r JOIN wish w ON w.registration = r.id
           WHERE r.activity = :activity AND r.state = 'registered' GROUP BY w.unit) d ON d.unit = p.unit
ORDER BY firsts - p.places DESC, wishes DESC, s.name {collate}, u.name {collate}, u.id LIMIT 500

-- list: students/student
-- columns: name, class, wishes_at, wishes
-- sort: name p.sorted_{alphabet}, x.id; class k.letter, p.sorted_{alphabet}, x.id; -wishes_at x.wishes_at, x.id
SELECT x.id, p.name, p.protected, k.letter AS class, x.wishes_at,
       (SELECT GROUP_CONCAT(w.number, '. ', u.name ORDER BY w.number SEPARATOR ', ')
        FROM wish w JOIN unit u ON u.id = w.unit WHERE w.registration = x.id) AS wishes
FROM registration x
JOIN person p ON p.id = x.person AND {{registration_named}}
LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.activity = :activity AND x.state = 'registered'
  {if q} AND p.name LIKE CONCAT('%', :q, '%') {end}
  {if class} AND x.activity_class = :class {end}
  {if state} AND (x.wishes_at IS NOT NULL) = (:state = 'in') {end}
-- total:
SELECT COUNT(*) FROM registration x
JOIN person p ON p.id = x.person AND {{registration_named}}
WHERE x.activity = :activity AND x.state = 'registered'
  {if q} AND p.name LIKE CONCAT('%', :q, '%') {end}
  {if class} AND x.activity_class = :class {end}
  {if state} AND (x.wishes_at IS NOT NULL) = (:state = 'in') {end}
