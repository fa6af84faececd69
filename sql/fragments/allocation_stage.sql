-- What is to be done next with an allocation, as labels workbench.next_<word> say it. t: the counts of allocation_workbench,
-- l: its allocation_plan, a: the activity.
CASE WHEN a.cancelled_at IS NOT NULL OR a.ends < CAST(:today AS DATE) THEN 'over'
     WHEN t.places = 0 THEN 'capacity'
     WHEN t.registered = 0 THEN 'register'
     WHEN t.too_many > 0 THEN 'too_many'
     WHEN l.wishes_from > CAST(:today AS DATE) THEN 'wishes_coming'
     WHEN l.wishes_from <= CAST(:today AS DATE) AND l.wishes_to >= CAST(:today AS DATE) THEN 'wishes_open'
     -- Places locked by hand alone: the run has not been asked for the others.
     WHEN t.placed <= t.locked AND t.placed < t.registered THEN 'propose'
     WHEN t.placed < t.registered THEN 'unplaced'
     WHEN l.shares = 0 THEN 'share'
     WHEN t.changes > 0 THEN 'share_changes'
     ELSE 'shared' END
