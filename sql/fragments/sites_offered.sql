SELECT s.id, s.name FROM site s
WHERE FALSE
   {if site} OR s.id = :site {end}
   {if viewer_site_side} OR s.id IN ({{viewer_sites}}) {end}
   {if viewer_institution_side}
   OR ((SELECT COUNT(*) FROM (SELECT g.id FROM agreement g WHERE g.institution = ({{viewer_institutions}} LIMIT 1) LIMIT 61) few) <= 60
       AND s.id IN (SELECT g.site FROM agreement g WHERE g.institution = ({{viewer_institutions}} LIMIT 1)))
   {end}
ORDER BY s.name {collate}, s.id
