-- Sites whose roles in :activity the viewer sees: those they answer for, and where they have a role in it.
SELECT g.site FROM {{grants_now}} g
WHERE g.person = :viewer AND g.site IS NOT NULL
  AND ((g.activity IS NULL AND g.role IN ('site_administrator', 'site_coordinator'))
       {if viewer_takes_part} OR g.activity = :activity {end})
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
