-- A site administrator of one unit edits that unit only.
-- maybe: rights
SELECT 1 AS view, BIT_OR(g.id IS NOT NULL) AS edit, BIT_OR(g.id IS NOT NULL) AS as_of
FROM unit u
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role = 'site_administrator' AND g.site = u.site AND (g.unit IS NULL OR g.unit = u.id)))
WHERE u.id = :unit
GROUP BY u.id
