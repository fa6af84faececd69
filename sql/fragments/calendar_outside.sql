SELECT {if site} DISTINCT {end} so.activity FROM placement_order so
WHERE so.state <> 'draft' AND so.site IN ({{viewer_sites}})
  {if site} AND so.site = :site {end}
  {if viewer_institution_side, viewer_lecturer} AND so.institution NOT IN ({{viewer_taught}}) {end}
{unless site}
UNION
SELECT g.activity FROM person_grant g JOIN activity ga ON ga.id = g.activity
WHERE {{granted}}
  {if viewer_institution_side, viewer_lecturer} AND ga.institution NOT IN ({{viewer_taught}}) {end}
{end}
