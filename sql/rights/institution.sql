-- Everyone signed in may know that it exists and how to reach it.
-- maybe: rights
SELECT 1 AS view,
       COALESCE(MAX(g.role = 'system_administrator'), 0) AS edit,
       COALESCE(MAX(g.role = 'placement_administrator'), 0) AS plan,
       COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                               'institution_coordinator')), 0) AS see_people,
       COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                               'institution_coordinator')), 0) AS see_agreements,
       COALESCE(MAX(g.id IS NOT NULL), 0) AS see_studies
FROM institution i
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.institution = i.id)
WHERE i.id = :institution
GROUP BY i.id
