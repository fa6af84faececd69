SELECT g.site FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role IN ('site_administrator', 'site_coordinator')
  AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
