-- What is wanted of the assessment of placements x under way, or that ended within the week, and is not done: a row a stage (doubt, midway,
-- final) with the day it is due on. The caller may say more: AND x.activity = …
SELECT x.id AS placement, x.activity, x.supervisor, x.lecturer, s.stage, i.assess_reminder_days AS days,
       CASE s.stage WHEN 'doubt' THEN {{doubt_due}} WHEN 'midway' THEN {{midway_due}} ELSE x.ends END AS due_on
FROM placement x
JOIN (SELECT 'doubt' AS stage UNION ALL SELECT 'midway' UNION ALL SELECT 'final') s
JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL
JOIN institution i ON i.id = x.institution
WHERE x.starts <= CAST(:today AS DATE) AND x.ends >= CAST(:today AS DATE) - INTERVAL 7 DAY AND x.ended_on IS NULL
  AND NOT CASE s.stage
    WHEN 'doubt' THEN EXISTS (SELECT 1 FROM doubt w WHERE w.registration = x.registration)
    WHEN 'midway' THEN EXISTS (SELECT 1 FROM assessment w WHERE w.registration = x.registration AND w.state <> 'draft')
    ELSE EXISTS (SELECT 1 FROM assessment w WHERE w.registration = x.registration AND w.kind = 'final' AND w.state <> 'draft')
         OR EXISTS (SELECT 1 FROM result w WHERE w.registration = x.registration) END
