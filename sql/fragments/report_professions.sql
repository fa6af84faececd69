-- How far each profession's need is met: an activity's places cannot be used in another, so each is met by its own at most. The
-- profession is the programme.
SELECT p.id, {{report_programme_name}} AS name, SUM(z.wanted) AS places, SUM(z.met) AS places_met, SUM(LEAST(z.asked, z.wanted - z.met)) AS places_waiting,
       SUM(GREATEST(z.wanted - z.met - z.asked, 0)) AS places_missing
FROM (
  {if viewer_institution_side}
  SELECT c.programme, a.places_wanted AS wanted, LEAST(a.places_wanted, n.places_confirmed) AS met,
         n.places_ordered - n.places_answered AS asked
  FROM activity_count n JOIN {{report_activities}} AND n.activity = a.id
  {end}
  {unless viewer_institution_side}
  SELECT c.programme, o.places AS wanted, LEAST(o.places, o.places_confirmed) AS met, IF(o.state = 'sent', o.places, 0) AS asked
  FROM {{report_orders}}
  {end}
) z
JOIN programme p ON p.id = z.programme
JOIN institution i ON i.id = p.institution
GROUP BY p.id ORDER BY places DESC, p.name {collate}, p.id LIMIT 15
