-- maybe: rights
SELECT x.person = :viewer OR COALESCE(MAX(g.id IS NOT NULL), 0) AS view,
       COALESCE(MAX(g.id IS NOT NULL), 0) AS edit,
       COALESCE(MAX(g.id IS NOT NULL), 0) AND (x.valid_to IS NULL OR x.valid_to >= :today) AS edit_now
FROM person_grant x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role = 'placement_administrator' AND g.institution = x.institution)
       OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = x.site))
WHERE x.id = :grant
GROUP BY x.id, x.person, x.valid_to
