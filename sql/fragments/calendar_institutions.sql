SELECT i.id, i.name FROM institution i
WHERE FALSE
   {if viewer_many_institutions} OR i.id IN ({{viewer_taught}}) {end}
   {if viewer_site_side, viewer_takes_part}
   OR i.id IN ({{viewer_taught}})
   OR i.id IN (SELECT a.institution FROM ({{viewer_activities_seen}}) t JOIN activity a ON a.id = t.activity)
   {end}
ORDER BY i.name {collate}, i.id
