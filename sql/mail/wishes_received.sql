-- The receipt, to the student, of wishes they or their institution handed in: as they stand when it is written.
-- step: recipients
SELECT x.person FROM registration x WHERE x.id = :thing_id

-- one: registration
SELECT x.id, a.name AS activity_name, k.letter AS class, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends,
       i.name AS institution_name, n.wishes_to, n.wishes_to >= CAST(:today AS DATE) AND n.wishes_from <= CAST(:today AS DATE) AS open,
       x.wishes_at
FROM registration x
JOIN activity a ON a.id = x.activity
JOIN allocation_plan n ON n.activity = a.id
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.id = :thing_id AND x.person = :viewer AND x.wishes_at IS NOT NULL

-- many: wishes/wish
SELECT w.number, u.name, s.name AS site_name
FROM wish w JOIN unit u ON u.id = w.unit JOIN site s ON s.id = w.site
WHERE w.registration = :thing_id ORDER BY w.number

-- Who of the institution, when it was not the student.
-- maybe: sender
SELECT p.name FROM event e JOIN person p ON p.id = e.person WHERE e.id = :event AND e.person <> :viewer AND {{actor_named}}
