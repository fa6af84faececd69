SELECT x.id, x.role, p.name, u.name AS unit, COALESCE(s.name, i.name) AS organisation, k.letter AS class,
       x.activity, a.name AS activity_name, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends,
       x.valid_from, x.valid_to, x.valid_to < :today AS ended
FROM person_grant x
JOIN person p ON p.id = x.person
JOIN activity a ON a.id = x.activity
LEFT JOIN activity_class k ON k.id = x.activity_class
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
WHERE x.id = :grant
