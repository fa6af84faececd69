-- The grant a mail tells of. Classes: those it was given in at the same time.
SELECT x.id, x.role, x.institution, x.site, x.activity, COALESCE(a.name, i.name, s.name, 'Praktikum') AS place,
       COALESCE(i.name, s.name) AS organisation, u.name AS unit, a.name AS activity_name, a.starts, a.ends,
       (SELECT GROUP_CONCAT(k.letter ORDER BY k.letter SEPARATOR ', ')
        FROM person_grant y JOIN activity_class k ON k.id = y.activity_class
        WHERE y.activity = x.activity AND y.person = x.person AND y.role = x.role AND y.valid_from = x.valid_from
          AND y.valid_to <=> x.valid_to) AS classes,
       x.valid_from, x.valid_to
FROM person_grant x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
LEFT JOIN activity a ON a.id = x.activity
WHERE x.id = :thing_id
