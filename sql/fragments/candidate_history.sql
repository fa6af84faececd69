e.thing = 'candidate' AND e.thing_id = :candidate
