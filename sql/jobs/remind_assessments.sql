-- Students whose warning of doubt, midway or final assessment is due soon, or was within the week: their supervisor and lecturer are
-- told once a day it is due on, so many days before as their institution says. The events of the placement say what was done.

-- step: due
SELECT d.placement, d.stage
FROM (SELECT x.id AS placement, s.stage, i.assess_reminder_days AS days,
             CASE s.stage WHEN 'doubt' THEN {{doubt_due}} WHEN 'midway' THEN {{midway_due}} ELSE x.ends END AS due_on,
             CASE s.stage WHEN 'doubt' THEN EXISTS (SELECT 1 FROM doubt w WHERE w.registration = x.registration)
                          WHEN 'midway' THEN EXISTS (SELECT 1 FROM assessment w WHERE w.registration = x.registration AND w.state <> 'draft')
                          ELSE EXISTS (SELECT 1 FROM assessment w WHERE w.registration = x.registration AND w.kind = 'final' AND w.state <> 'draft')
             END AS done
      FROM placement x
      JOIN (SELECT 'doubt' AS stage UNION ALL SELECT 'midway' UNION ALL SELECT 'final') s
      JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL
      JOIN institution i ON i.id = x.institution
      WHERE x.starts <= CAST(:today AS DATE) AND x.ends >= CAST(:today AS DATE) - INTERVAL 7 DAY AND x.ended_on IS NULL
        AND (x.supervisor IS NOT NULL OR x.lecturer IS NOT NULL)
        {if placement} AND x.id = :placement {end}) d
WHERE NOT d.done AND d.due_on <= CAST(:today AS DATE) + INTERVAL d.days DAY
  AND d.due_on >= CAST(:today AS DATE) - INTERVAL IF(d.stage = 'doubt', 0, 7) DAY
  AND NOT EXISTS (SELECT 1 FROM event e
                  WHERE e.thing = 'placement' AND e.thing_id = d.placement AND e.kind = CONCAT('assessment.', d.stage, '_near')
                    AND e.at >= d.due_on - INTERVAL d.days + 1 DAY)
  {if stage} AND d.stage = :stage {end}
ORDER BY d.placement, d.stage LIMIT 100

-- Nobody else's meanwhile; whether it is still due is asked again after.
-- step: lock
SELECT r.id FROM registration r
WHERE r.id = (SELECT x.registration FROM placement x WHERE x.id = :placement) FOR UPDATE SKIP LOCKED
