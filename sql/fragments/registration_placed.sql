-- A registration's placement c, as it was shared, after SELECT; site s, unit u, supervisor v, lecturer t.
c.unit, u.name AS unit_name, c.site, s.name AS site_name, c.starts, c.ends, c.ended_on,
IF(v.protected = 0, v.name, NULL) AS supervisor, v.protected = 1 AS supervisor_withheld,
IF(t.protected = 0, t.name, NULL) AS lecturer, t.protected = 1 AS lecturer_withheld
FROM placement c
JOIN unit u ON u.id = c.unit
JOIN site s ON s.id = c.site
LEFT JOIN person v ON v.id = c.supervisor
LEFT JOIN person t ON t.id = c.lecturer
WHERE c.registration = :registration
