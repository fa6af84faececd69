-- Whether who has handed in no wishes to n's activity was reminded today, by the clock or by hand.
EXISTS (SELECT 1 FROM event e WHERE e.thing = 'plan' AND e.thing_id = n.activity AND e.kind = 'wishes.reminded'
          AND e.at >= CAST(:today AS DATE))
