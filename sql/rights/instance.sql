-- What an institution teaches is seen by everyone with a grant there, changed by its placement administrators. Who reads it
-- is seen by the staff, and changed by its placement administrators and exam planners.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view,
       BIT_OR(g.role = 'placement_administrator') AS edit,
       BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'exam_planner')) AS see_students,
       BIT_OR(g.role IN ('placement_administrator', 'exam_planner')) AS edit_students,
       BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'exam_planner')) AS as_of
FROM course_instance x
LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND (g.role = 'system_administrator' OR g.institution = x.institution)
WHERE x.id = :instance
GROUP BY x.id
