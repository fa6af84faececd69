-- Sites whose orders for :activity the viewer answers: everywhere, or in this activity only.
SELECT g.site FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role IN ('site_administrator', 'site_coordinator')
  AND {unless viewer_takes_part} g.activity IS NULL {end}
      {if viewer_takes_part} (g.activity IS NULL OR g.activity = :activity) {end}
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
