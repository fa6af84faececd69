-- The system's administrators see every mail; who looks after an institution or a site, those of what happened there.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS send_again
FROM mail m
JOIN event e ON e.id = m.event
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role = 'placement_administrator' AND g.institution = e.institution)
       OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = e.site))
WHERE m.id = :mail
GROUP BY m.id
