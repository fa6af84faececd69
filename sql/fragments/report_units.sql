-- A site's units: the places it confirmed, and who is there.
SELECT u.id, u.name, y.places, LEAST(y.students, y.places) AS places_used, GREATEST(y.places - y.students, 0) AS places_free
FROM (
  SELECT z.unit, SUM(z.places) AS places, SUM(z.students) AS students
  FROM (
    SELECT k.unit, k.places, 0 AS students FROM capacity k JOIN {{report_of_site}} AND k.placement_order = o.id AND o.state <> 'sent' AND o.places_confirmed > 0
    UNION ALL
    SELECT x.unit, 0, 1 FROM {{report_placements}}
  ) z
  GROUP BY z.unit
) y
JOIN unit u ON u.id = y.unit
WHERE y.places > 0
ORDER BY y.places DESC, u.name {collate}, u.id LIMIT 15
