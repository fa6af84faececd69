-- The same of municipalities: what sites there were asked for.
SELECT m.number AS id, m.name, SUM(o.places) AS places, SUM(LEAST(o.places, o.places_confirmed)) AS places_met,
       SUM(IF(o.state = 'sent', o.places, 0)) AS places_waiting,
       SUM(IF(o.state = 'sent', 0, GREATEST(o.places - o.places_confirmed, 0))) AS places_missing
FROM site s JOIN municipality m ON m.number = s.municipality JOIN {{report_orders}} AND s.id = o.site
GROUP BY m.number ORDER BY places DESC, m.name {collate}, m.number LIMIT 15
