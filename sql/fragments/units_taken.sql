-- The units of :activity that have places or students: how many places, how many students are put there, how many of them are
-- locked, how many places remain (below 0: too many students).
SELECT b.site, b.unit, CAST(SUM(b.places) AS SIGNED) AS places, CAST(SUM(b.taken) AS SIGNED) AS taken,
       CAST(SUM(b.locked) AS SIGNED) AS locked, CAST(SUM(b.places) - SUM(b.taken) AS SIGNED) AS remaining
FROM (
  SELECT c.site, c.unit, c.places, 0 AS taken, 0 AS locked
  FROM ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) c
  UNION ALL
  SELECT w.site, w.unit, 0, 1, w.locked
  FROM allocation w JOIN registration r ON r.id = w.registration AND r.state = 'registered'
  WHERE w.activity = :activity AND w.unit IS NOT NULL
) b
GROUP BY b.site, b.unit
