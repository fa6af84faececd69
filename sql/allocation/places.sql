-- The units of an activity's allocation: places, who is put there, what remains.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: workbench
{{allocation_workbench}}

-- list: units/unit
-- columns: unit, site, municipality, places, taken, remaining, students
-- sort: site s.name {collate}, u.name {collate}, u.id; unit u.name {collate}, u.id; municipality m.name {collate}, u.id; -places t.places, u.id; -taken t.taken, u.id; remaining t.remaining, u.id
SELECT u.id, u.name AS unit, s.id AS site_id, s.name AS site, m.name AS municipality, t.places, t.taken, t.remaining, w.wished,
       n.students
FROM ({{units_taken}}) t
JOIN unit u ON u.id = t.unit
JOIN site s ON s.id = t.site
LEFT JOIN municipality m ON m.number = COALESCE(u.municipality, s.municipality)
LEFT JOIN (SELECT x.unit, COUNT(*) AS wished FROM registration r JOIN wish x ON x.registration = r.id AND x.number = 1
           WHERE r.activity = :activity AND r.state = 'registered' GROUP BY x.unit) w ON w.unit = t.unit
LEFT JOIN (SELECT al.unit, GROUP_CONCAT({{student_named}} ORDER BY p.sorted_{alphabet} SEPARATOR ', ') AS students
           FROM allocation al
           JOIN registration r ON r.id = al.registration AND r.state = 'registered'
           JOIN person p ON p.id = r.person
           WHERE al.activity = :activity AND al.unit IS NOT NULL GROUP BY al.unit) n ON n.unit = t.unit
WHERE TRUE
  {if q} AND (u.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%') OR m.name LIKE CONCAT('%', :q, '%')) {end}
  {if state} AND CASE :state WHEN 'free' THEN t.remaining > 0 WHEN 'full' THEN t.remaining = 0
                             WHEN 'too_many' THEN t.remaining < 0 ELSE FALSE END {end}
