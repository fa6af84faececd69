-- What differs between what is worked on and what was shared in :activity, a row a student. One may go on:
-- AND r.id = …
SELECT r.id AS registration, r.institution, r.person, r.activity_class AS class,
       COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends,
       CASE WHEN p.id IS NULL THEN 'placed' WHEN w.unit IS NULL THEN 'ended' WHEN w.unit <> p.unit THEN 'moved' ELSE 'people' END AS kind,
       p.site AS old_site, p.unit AS old_unit, p.supervisor AS old_supervisor, p.lecturer AS old_lecturer,
       w.site AS new_site, w.unit AS new_unit, w.supervisor AS new_supervisor, w.lecturer AS new_lecturer
FROM activity a
JOIN registration r ON r.activity = a.id
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN allocation w ON w.registration = r.id AND w.unit IS NOT NULL AND r.state = 'registered'
LEFT JOIN placement p ON p.registration = r.id AND p.ended_on IS NULL
WHERE a.id = :activity
  AND (p.id IS NOT NULL OR w.unit IS NOT NULL)
  AND NOT (p.unit <=> w.unit AND p.supervisor <=> w.supervisor AND p.lecturer <=> w.lecturer)
