-- Everyone signed in may know that it exists and how to reach it.
-- maybe: rights
SELECT 1 AS view,
       BIT_OR(g.role = 'system_administrator') AS edit,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator')) AS deadlines,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'exam_planner')) AS exam_deadlines,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator')) AS as_of,
       BIT_OR(g.role = 'placement_administrator') AS plan,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                         'institution_coordinator')) AS see_people,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                         'institution_coordinator')) AS see_agreements,
       BIT_OR(g.id IS NOT NULL) AS see_studies,
       BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'lecturer', 'exam_planner'))
         AS subscribe
FROM institution i
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.institution = i.id)
WHERE i.id = :institution
GROUP BY i.id
