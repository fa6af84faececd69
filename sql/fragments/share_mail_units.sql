WITH {{share_told_sites}}
SELECT t.unit AS id, t.unit_name AS name, t.site_name AS site, SUM(t.is_in) AS come, SUM(t.is_out) AS gone, SUM(t.is_same) AS changed
FROM ({{share_told}}) t
GROUP BY t.unit, t.unit_name, t.site_name
ORDER BY t.site_name {collate}, t.unit_name {collate}, t.unit
