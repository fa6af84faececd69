SELECT g.activity FROM {{grants_now}} g
WHERE g.person = :viewer AND g.activity IS NOT NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
