-- Ids of placements x at the sites the viewer answers for.
SELECT x.id FROM {{placements_listed}} WHERE x.site IN ({{viewer_sites}}) {{placements_choice}}
