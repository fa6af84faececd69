-- maybe: rights
SELECT x.person = :viewer OR BIT_OR(g.id IS NOT NULL) AS view,
       BIT_OR(g.id IS NOT NULL) AS edit,
       BIT_OR(g.id IS NOT NULL) AND (x.valid_to IS NULL OR x.valid_to >= :today) AS edit_now
FROM person_grant x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role = 'placement_administrator' AND g.institution = x.institution)
       OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = x.site))
WHERE x.id = :grant
GROUP BY x.id, x.person, x.valid_to
