SELECT so.activity FROM placement_order so
WHERE so.state <> 'draft' AND so.site IN ({{viewer_sites}}) AND (:site IS NULL OR so.site = :site)
  AND so.institution NOT IN ({{viewer_taught}})
UNION
SELECT g.activity FROM person_grant g JOIN activity ga ON ga.id = g.activity
WHERE {{granted}} AND :site IS NULL AND ga.institution NOT IN ({{viewer_taught}})
