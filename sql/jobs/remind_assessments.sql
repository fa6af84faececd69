-- Activities with students whose warning of doubt, midway or final assessment is due soon, or was within the week: who assesses them is told
-- once a day that it is due on, so many days before as the institution says. The activity's events say what was done.

-- step: due
SELECT d.activity, d.stage, d.due_on
FROM ({{assessments_due}} {if activity} AND x.activity = :activity {end}) d
WHERE d.due_on <= CAST(:today AS DATE) + INTERVAL d.days DAY
  AND d.due_on >= CAST(:today AS DATE) - INTERVAL IF(d.stage = 'doubt', 0, 7) DAY
  AND (d.supervisor IS NOT NULL OR d.lecturer IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM event e JOIN event_change c ON c.event = e.id AND c.field = 'due_on'
                  WHERE e.thing = 'activity' AND e.thing_id = d.activity AND e.kind = CONCAT('assessment.', d.stage, '_near')
                    AND c.new_value = d.due_on)
  {if stage} AND d.stage = :stage AND d.due_on = :due_on {end}
GROUP BY d.activity, d.stage, d.due_on
ORDER BY d.activity, d.due_on, d.stage LIMIT 100

-- Nobody else's meanwhile; whether it is still due is asked again after.
-- step: lock_plan
SELECT n.activity FROM allocation_plan n WHERE n.activity = :activity FOR UPDATE SKIP LOCKED
