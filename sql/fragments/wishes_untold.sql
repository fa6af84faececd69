-- Whether somebody has not been told that the window of n is open. Once a day at most.
NOT EXISTS (SELECT 1 FROM event e
            WHERE e.thing = 'plan' AND e.thing_id = n.activity AND e.kind = 'wishes.opened' AND e.at >= CAST(:today AS DATE))
AND EXISTS (SELECT 1 FROM {{wishes_reachable}} AND NOT {{wishes_told}})
