-- Ids of what allocation/placements.sql lists, for every reason the viewer has to see some.
{if viewer_institution_side} SELECT x.id FROM {{placements_listed}} WHERE x.institution {{my_staffed}} {{placements_choice}} UNION {end}
{if viewer_site_side} {{placements_of_sites}} UNION {end}
{if viewer_takes_part} {{placements_of_part}} UNION {end}
{if viewer_supervisor} {{placements_supervised}} UNION {end}
{if viewer_lecturer} {{placements_taught}} UNION {end}
SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE
