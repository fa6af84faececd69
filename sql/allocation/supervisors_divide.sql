-- Students divided among those who may follow them, as evenly as can be.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- one: sums
SELECT COUNT(*) AS placed, COALESCE(SUM(w.supervisor IS NULL), 0) AS no_supervisor, COALESCE(SUM(w.lecturer IS NULL), 0) AS no_lecturer
FROM allocation w JOIN registration r ON r.id = w.registration AND r.state = 'registered'
WHERE w.activity = :activity AND w.unit IS NOT NULL

-- many: sites/site
SELECT DISTINCT s.id, s.name
FROM allocation w JOIN site s ON s.id = w.site
WHERE w.activity = :activity
ORDER BY s.name {collate}, s.id

-- many: followers/follower
{{followers}}
ORDER BY f.role = 'lecturer', s.name {collate}, f.site, p.sorted_{alphabet}, p.id

-- maybe: prefill
SELECT IF(COALESCE(SUM(w.supervisor IS NULL), 0) = 0 AND COALESCE(SUM(w.lecturer IS NULL), 0) > 0, 'lecturer', 'supervisor') AS whom,
       'without' AS which, n.version
FROM allocation_plan n LEFT JOIN allocation w ON w.activity = n.activity AND w.unit IS NOT NULL
WHERE n.activity = :activity
GROUP BY n.activity, n.version

-- step: lock_plan
{{plan_lock}}

-- Who follows at two sites has two rows, which say the same.
-- step: people
{{followers}} AND f.role = :whom
ORDER BY f.person, f.site

-- Whom it is about, and who follows them today (0: nobody).
-- step: students
SELECT w.registration, COALESCE({if lecturers} w.lecturer {end}{unless lecturers} w.supervisor {end}, 0) AS now
FROM allocation w
JOIN registration r ON r.id = w.registration AND r.state = 'registered'
WHERE w.activity = :activity AND w.unit IS NOT NULL
  {if site} AND w.site = :site {end}
  AND (:which = 'all' OR {if lecturers} w.lecturer {end}{unless lecturers} w.supervisor {end} IS NULL)
ORDER BY w.registration

-- Who may follow each of them. A supervisor who works in a unit follows students there, above it and below it.
-- step: possible
WITH RECURSIVE inside (unit, above) AS (
  SELECT x.unit, x.unit FROM allocation x WHERE x.activity = :activity AND x.unit IS NOT NULL
  UNION SELECT x.unit, x.unit FROM person_grant x WHERE x.activity = :activity AND x.unit IS NOT NULL
  UNION SELECT i.unit, u.parent FROM inside i JOIN unit u ON u.id = i.above WHERE u.parent IS NOT NULL
)
SELECT DISTINCT w.registration, g.person
FROM allocation w
JOIN registration r ON r.id = w.registration AND r.state = 'registered'
JOIN activity a ON a.id = w.activity
LEFT JOIN activity_class k ON k.id = r.activity_class
JOIN person_grant g ON g.role = :whom AND {{follows}}
WHERE w.activity = :activity AND w.unit IS NOT NULL
  {if site} AND w.site = :site {end}
  AND (:which = 'all' OR {if lecturers} w.lecturer {end}{unless lecturers} w.supervisor {end} IS NULL)
  AND (g.unit IS NULL OR EXISTS (SELECT 1 FROM inside i WHERE (i.unit = w.unit AND i.above = g.unit)
                                                           OR (i.unit = g.unit AND i.above = w.unit)))
ORDER BY w.registration, g.person

-- step: give
UPDATE allocation w
JOIN JSON_TABLE(:given, '$[*]' COLUMNS (registration INT UNSIGNED PATH '$[0]', person INT UNSIGNED PATH '$[1]')) t
  ON t.registration = w.registration
SET {if lecturers} w.lecturer {end}{unless lecturers} w.supervisor {end} = NULLIF(t.person, 0), w.version = w.version + 1

-- step: touch
{{plan_touch}}
