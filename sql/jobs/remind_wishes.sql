-- Students who have handed in no wishes: told when the window opens (who was registered later, the next morning), and reminded once
-- before it ends. The events of the activity's plan say what was done.

-- step: due
SELECT d.activity, d.stage
FROM (SELECT n.activity,
             CASE WHEN {{wishes_untold}} THEN 'open'
                  WHEN :today >= n.wishes_to - INTERVAL n.reminder_days DAY
                       AND NOT EXISTS (SELECT 1 FROM event e
                                       WHERE e.thing = 'plan' AND e.thing_id = n.activity AND e.kind = 'wishes.reminded'
                                         AND e.at >= n.wishes_to - INTERVAL n.reminder_days DAY)
                       AND EXISTS (SELECT 1 FROM {{wishes_reachable}}) THEN 'reminder' END AS stage
      FROM allocation_plan n
      JOIN activity a ON a.id = n.activity AND a.cancelled_at IS NULL
      WHERE n.wishes_to >= CAST(:today AS DATE) AND n.wishes_from <= CAST(:today AS DATE)
        {if activity} AND n.activity = :activity {end}) d
WHERE d.stage IS NOT NULL
ORDER BY d.activity LIMIT 100

-- Nobody else's meanwhile; whether it is still due is asked again after.
-- step: lock_plan
SELECT n.activity FROM allocation_plan n WHERE n.activity = :activity FOR UPDATE SKIP LOCKED
