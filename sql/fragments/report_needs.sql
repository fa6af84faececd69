-- Each profession in each municipality: what was asked for there, what came of it, and how many of its students live there. Of who is
-- protected it is not told where, also when they are the only one.
SELECT m.number AS municipality, m.name AS municipality_name, p.id AS programme, {{report_programme_name}} AS programme_name,
       SUM(z.asked) AS places_asked, SUM(z.met) AS places_met, SUM(z.waiting) AS places_waiting, SUM(z.missing) AS places_missing
       {if viewer_institution_side} , SUM(z.living) AS students_living {end}
FROM (
  SELECT s.municipality, c.programme, SUM(o.places) AS asked, SUM(LEAST(o.places, o.places_confirmed)) AS met,
         SUM(IF(o.state = 'sent', o.places, 0)) AS waiting, SUM(IF(o.state = 'sent', 0, GREATEST(o.places - o.places_confirmed, 0))) AS missing,
         0 AS living
  FROM site s JOIN {{report_orders}} AND s.id = o.site
  GROUP BY s.municipality, c.programme
  {if viewer_institution_side}
  UNION ALL
  SELECT r.municipality, c.programme, 0, 0, 0, 0, COUNT(*)
  FROM registration r JOIN person h ON h.id = r.person AND h.protected = 0 JOIN {{report_activities}} AND r.activity = a.id AND r.state = 'registered'
  GROUP BY r.municipality, c.programme
  {end}
) z
JOIN municipality m ON m.number = z.municipality
JOIN programme p ON p.id = z.programme
JOIN institution i ON i.id = p.institution
