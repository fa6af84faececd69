-- As its course is seen; changed by the institution's placement administrators and exam planners.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view,
       BIT_OR(g.role IN ('placement_administrator', 'exam_planner')) AS edit
FROM module x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.institution = x.institution)
WHERE x.id = :module
GROUP BY x.id
