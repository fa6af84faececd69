-- What a result comes to, each result a row: of the caller's CTE `results` (source, proposal, unit, car, wish, wishes, km, moved,
-- reshared), a row a student. Travel in whole kilometres: mean, and what 95 of 100 do not exceed.
SELECT z.source, z.proposal, COUNT(*) AS students, COUNT(z.unit) AS placed, COUNT(*) - COUNT(z.unit) AS unplaced,
  COALESCE(SUM(z.wish = 1), 0) AS wish_1, COALESCE(SUM(z.wish = 2), 0) AS wish_2, COALESCE(SUM(z.wish = 3), 0) AS wish_3,
  COALESCE(SUM(z.wish > 3), 0) AS wish_later,
  COALESCE(SUM(z.unit IS NOT NULL AND z.wish IS NULL AND z.wishes > 0), 0) AS wish_none,
  COALESCE(SUM(z.unit IS NOT NULL AND z.wishes = 0), 0) AS wish_unsaid,
  CAST(ROUND(AVG(z.km)) AS SIGNED) AS km, MIN(IF(z.n >= 0.95 * z.c, z.km, NULL)) AS km_95,
  CAST(ROUND(AVG(IF(z.car, z.km, NULL))) AS SIGNED) AS km_car, MIN(IF(z.car AND z.own_n >= 0.95 * z.own_c, z.km, NULL)) AS km_car_95,
  CAST(ROUND(AVG(IF(z.car, NULL, z.km))) AS SIGNED) AS km_foot,
  MIN(IF(NOT z.car AND z.own_n >= 0.95 * z.own_c, z.km, NULL)) AS km_foot_95,
  SUM(z.moved) AS moved, SUM(z.reshared) AS reshared
FROM (SELECT y.*, ROW_NUMBER() OVER (PARTITION BY y.source, y.proposal ORDER BY y.km IS NULL, y.km) AS n,
        COUNT(y.km) OVER (PARTITION BY y.source, y.proposal) AS c,
        ROW_NUMBER() OVER (PARTITION BY y.source, y.proposal, y.car ORDER BY y.km IS NULL, y.km) AS own_n,
        COUNT(y.km) OVER (PARTITION BY y.source, y.proposal, y.car) AS own_c
      FROM results y) z
GROUP BY z.source, z.proposal
