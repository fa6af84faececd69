-- Seen and used by who looks after the place that it is for.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS edit
FROM import x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role = 'placement_administrator' AND g.institution = x.institution)
       OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = x.site))
WHERE x.id = :import
GROUP BY x.id
