-- An institution's own scale is seen by everyone with a grant there and changed by its placement administrators and exam
-- planners; one that all have by everyone at any institution, and changed by system administrators.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view,
       BIT_OR(IF(x.institution IS NULL, g.role = 'system_administrator', g.role IN ('placement_administrator', 'exam_planner'))) AS edit
FROM grading_scale x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.institution = COALESCE(x.institution, g.institution))
WHERE x.id = :scale
GROUP BY x.id
