SELECT g.institution FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role = 'exam_planner'
  AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
