-- Everyone signed in may read a site's profile.
-- maybe: rights
SELECT 1 AS view,
       BIT_OR(g.role = 'system_administrator' OR (g.role = 'site_administrator' AND g.unit IS NULL)) AS edit,
       BIT_OR(g.role IN ('system_administrator', 'site_administrator')) AS as_of,
       BIT_OR(g.role = 'system_administrator' OR (g.role = 'site_administrator' AND g.unit IS NULL))
         AS see_people,
       BIT_OR(g.role IN ('system_administrator', 'site_administrator', 'site_coordinator')) AS see_agreements,
       BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS see_orders,
       BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS subscribe
FROM site s
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.site = s.id)
WHERE s.id = :site
GROUP BY s.id
