-- Who is registered in an activity: class by class, whether their wishes are in, where the institution has put them.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: counts
SELECT COUNT(IF(x.state = 'registered', 1, NULL)) AS registered, COUNT(IF(x.state = 'withdrawn', 1, NULL)) AS withdrawn,
       COUNT(IF(x.state = 'registered' AND x.wishes_at IS NOT NULL, 1, NULL)) AS wishes,
       COUNT(IF(x.state = 'registered' AND l.unit IS NOT NULL, 1, NULL)) AS placed, MAX(n.wishes_to IS NOT NULL) AS asked
FROM allocation_plan n
LEFT JOIN registration x ON x.activity = n.activity
LEFT JOIN allocation l ON l.registration = x.id
WHERE n.activity = :activity

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends,
       (SELECT COUNT(*) FROM registration x WHERE x.activity = k.activity AND x.activity_class = k.id AND x.state = 'registered')
         AS registered
FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- list: registrations/registration
-- columns: name, email, class, wishes, unit, home, state
-- sort: name p.sorted_{alphabet}, x.id; class k.letter, p.sorted_{alphabet}, x.id; wishes wishes, p.sorted_{alphabet}, x.id; unit s.name {collate}, u.name {collate}, p.sorted_{alphabet}, x.id; home home {collate}, p.sorted_{alphabet}, x.id
SELECT x.id, IF({{registration_named}}, p.name, NULL) AS name, IF(p.protected = 0, p.email, NULL) AS email, k.letter AS class,
       IF(x.wishes_at IS NULL, NULL, (SELECT COUNT(*) FROM wish w WHERE w.registration = x.id)) AS wishes,
       CONCAT(u.name, ' – ', s.name) AS unit, u.name AS unit_name, s.name AS site_name, l.locked,
       IF({{registration_home}} AND p.protected = 0, m.name, NULL) AS home, IF({{registration_home}}, x.car, NULL) AS car,
       IF(x.institution IN ({{viewer_planned}}),
          (SELECT COUNT(*) FROM registration_requirement q WHERE q.registration = x.id)
          + (SELECT COUNT(*) FROM registration_conflict q WHERE q.registration = x.id), NULL) AS needs,
       x.state, x.withdrawn_on, p.protected, x.allocation_group IS NOT NULL AS grouped
FROM registration x
JOIN person p ON p.id = x.person
LEFT JOIN activity_class k ON k.id = x.activity_class
LEFT JOIN municipality m ON m.number = x.municipality
LEFT JOIN allocation l ON l.registration = x.id
LEFT JOIN unit u ON u.id = l.unit
LEFT JOIN site s ON s.id = l.site
WHERE {{registrations_chosen}}
-- total:
SELECT COUNT(*) FROM registration x
JOIN person p ON p.id = x.person
LEFT JOIN allocation l ON l.registration = x.id
WHERE {{registrations_chosen}}
