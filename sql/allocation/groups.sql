-- Students of an activity who go together, a row a group. units: at how many units they are; parted: not all at one.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- list: groups/group
-- columns: students, kind, unit, site
-- sort: students t.sorted, t.id; kind t.kind, t.sorted, t.id
SELECT t.id, t.kind, t.students, t.members, t.placed, t.units, IF(t.units > 1 OR (t.placed > 0 AND t.placed < t.members), 1, NULL) AS parted,
       IF(t.units = 1, u.name, NULL) AS unit, IF(t.units = 1, s.name, NULL) AS site
FROM (
  SELECT g.id, g.kind, COUNT(*) AS members, COUNT(w.unit) AS placed, COUNT(DISTINCT w.unit) AS units, MIN(w.unit) AS one,
         MIN(p.sorted_{alphabet}) AS sorted,
         GROUP_CONCAT({{student_named}} ORDER BY p.sorted_{alphabet} SEPARATOR ', ') AS students
  FROM allocation_group g
  JOIN registration r ON r.activity = g.activity AND r.allocation_group = g.id AND r.state = 'registered'
  JOIN person p ON p.id = r.person
  LEFT JOIN allocation w ON w.registration = r.id
  WHERE g.activity = :activity {if kind} AND g.kind = :kind {end}
  GROUP BY g.id, g.kind
) t
LEFT JOIN unit u ON u.id = t.one
LEFT JOIN site s ON s.id = u.site
WHERE TRUE {if q} AND t.students LIKE CONCAT('%', :q, '%') {end}
