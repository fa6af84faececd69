-- What of the registration was shared, so whom a change of it concerns.
SELECT c.unit, u.name AS unit_name, c.site, s.name AS site_name, c.starts, c.ends, c.ended_on,
       CASE WHEN c.ended_on IS NOT NULL OR c.ends < CAST(:today AS DATE) THEN 'over' WHEN c.starts > CAST(:today AS DATE) THEN 'coming'
            ELSE 'now' END AS stage,
       IF(v.protected = 0, v.name, NULL) AS supervisor, v.protected = 1 AS supervisor_withheld,
       IF(t.protected = 0, t.name, NULL) AS lecturer, t.protected = 1 AS lecturer_withheld
FROM placement c
JOIN unit u ON u.id = c.unit
JOIN site s ON s.id = c.site
LEFT JOIN person v ON v.id = c.supervisor
LEFT JOIN person t ON t.id = c.lecturer
WHERE c.registration = :registration
