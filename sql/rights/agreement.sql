-- The two parties and the system administrators see it; the institution keeps it.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS as_of,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator')) AS edit
FROM agreement a
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator'
       OR (g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')
           AND g.institution = a.institution)
       OR (g.role IN ('site_administrator', 'site_coordinator') AND g.site = a.site))
WHERE a.id = :agreement
GROUP BY a.id
