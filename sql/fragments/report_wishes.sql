-- Where students have a place, compared with what they wished: of activities whose allocation was shared.
SELECT z.wish, COUNT(*) AS students
FROM ({{wish_fulfilled}} JOIN {{report_activities}} AND a.id = r.activity AND r.state = 'registered') z
GROUP BY z.wish ORDER BY FIELD(z.wish, '1', '2', '3', 'later', 'none', 'unsaid', 'unplaced')
