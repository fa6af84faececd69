-- Institutions where the viewer is an examiner, of placement periods and of the sessions they were chosen for.
SELECT g.institution FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role = 'examiner'
  AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
