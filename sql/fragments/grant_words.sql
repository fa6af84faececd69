SELECT x.role, COALESCE(i.name, s.name) AS organisation, u.name AS unit, x.valid_from, x.valid_to
FROM person_grant x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
WHERE x.id = :grant
