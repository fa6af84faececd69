-- Institutions all of whose exam sessions the viewer sees.
SELECT g.institution FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role IN ('exam_planner', 'placement_administrator', 'institution_coordinator', 'lecturer')
  AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
