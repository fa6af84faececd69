-- A site's own choice of who follows a student, once the allocation was shared.
-- one: placement
SELECT x.id, x.activity, a.name AS activity_name, x.version, {{placement_columns}}, x.supervisor AS supervisor_id
FROM placement x
JOIN activity a ON a.id = x.activity
{{placement_joined}}
WHERE x.id = :placement

-- many: contacts/contact
SELECT p.id, p.name, p.email, p.phone
FROM person p WHERE p.id IN ({{placement_contacts}} :placement)
ORDER BY p.sorted_{alphabet}, p.id LIMIT 5

-- Those who are supervisors at the site, with how many students they follow in these days.
-- many: supervisors/supervisor
SELECT p.id, p.name, p.units, p.students_most,
       (SELECT COUNT(*) FROM placement y WHERE y.supervisor = p.id AND y.ended_on IS NULL AND y.starts <= p.ends AND y.ends >= p.starts) AS students
FROM (SELECT p.id, p.name, p.sorted_{alphabet} AS sorted, MAX(x.students_most) AS students_most, t.starts, t.ends,
             GROUP_CONCAT(DISTINCT u.name ORDER BY u.name SEPARATOR ', ') AS units
      FROM placement t
      JOIN {{placement_supervisors}}
      LEFT JOIN unit u ON u.id = x.unit
      WHERE t.id = :placement
      GROUP BY p.id) p
ORDER BY p.sorted, p.id

-- maybe: prefill
SELECT x.version, x.supervisor FROM placement x WHERE x.id = :placement

-- step: find
SELECT x.activity FROM placement x WHERE x.id = :placement

-- step: lock_plan
{{plan_lock}}

-- step: lock
SELECT 'placement' AS thing, x.id, x.version, x.activity, x.registration, x.unit, x.supervisor,
       x.ended_on IS NOT NULL AS broken_off, x.ends < CAST(:today AS DATE) AS past, IF(p.protected = 0, p.name, NULL) AS name
FROM placement x LEFT JOIN person p ON p.id = x.supervisor
WHERE x.id = :placement FOR UPDATE

-- step: chosen
SELECT p.id, IF(p.protected = 0, p.name, NULL) AS name
FROM placement t JOIN {{placement_supervisors}}
WHERE t.id = :placement AND p.id = :supervisor
LIMIT 1

-- What the institution works on follows, unless it has already put the student elsewhere.
-- step: allocation
UPDATE allocation w SET w.supervisor = :supervisor, w.version = w.version + 1
WHERE w.registration = :registration AND w.unit = :unit
