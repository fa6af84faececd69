-- Registrations r of activities whose allocation was shared, with the number of the wish each was given.
SELECT CASE WHEN x.id IS NULL THEN 'unplaced' WHEN r.wishes_at IS NULL THEN 'unsaid' WHEN w.number IS NULL THEN 'none'
            WHEN w.number > 3 THEN 'later' ELSE w.number END AS wish
FROM registration r
JOIN allocation_plan n ON n.activity = r.activity AND n.shares > 0
LEFT JOIN placement x ON x.registration = r.id
LEFT JOIN wish w ON w.registration = r.id AND w.site = x.site AND w.unit = x.unit
