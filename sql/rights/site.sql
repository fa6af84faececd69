-- Everyone signed in may read a site's profile.
-- maybe: rights
SELECT 1 AS view,
       COALESCE(MAX(g.role = 'system_administrator' OR (g.role = 'site_administrator' AND g.unit IS NULL)), 0) AS edit,
       COALESCE(MAX(g.role = 'system_administrator' OR (g.role = 'site_administrator' AND g.unit IS NULL)), 0)
         AS see_people,
       COALESCE(MAX(g.role IN ('system_administrator', 'site_administrator', 'site_coordinator')), 0) AS see_agreements,
       COALESCE(MAX(g.role IN ('site_administrator', 'site_coordinator')), 0) AS see_orders
FROM site s
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.site = s.id)
WHERE s.id = :site
GROUP BY s.id
