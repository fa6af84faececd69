-- Where students have a place, compared with what they wished: of activities whose allocation was shared.
SELECT z.wish, COUNT(*) AS students
FROM (
  SELECT CASE WHEN x.id IS NULL THEN 'unplaced' WHEN r.wishes_at IS NULL THEN 'unsaid' WHEN w.number IS NULL THEN 'none'
              WHEN w.number > 3 THEN 'later' ELSE w.number END AS wish
  FROM registration r
  JOIN allocation_plan n ON n.activity = r.activity AND n.shares > 0
  LEFT JOIN placement x ON x.registration = r.id
  LEFT JOIN wish w ON w.registration = r.id AND w.site = x.site AND w.unit = x.unit
  JOIN {{report_activities}} AND a.id = r.activity AND r.state = 'registered'
) z
GROUP BY z.wish ORDER BY FIELD(z.wish, '1', '2', '3', 'later', 'none', 'unsaid', 'unplaced')
