-- What a run would begin from.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: start
SELECT c.students, c.handed_in, c.students - c.handed_in AS waiting, c.put, c.locked, q.units, q.places, c.students - q.places AS short,
  l.shares, l.wishes_to, l.wishes_to >= :today AS wishes_open, l.avoid_earlier, l.limit_km, l.limit_car_km,
  (SELECT MAX(x.id) FROM proposal x JOIN job j ON j.thing = 'proposal' AND j.thing_id = x.id
   WHERE x.activity = :activity AND x.state = 'asked' AND j.state IN ('waiting', 'running')) AS at_work
FROM allocation_plan l
JOIN (SELECT COUNT(*) AS students, COUNT(r.wishes_at) AS handed_in, COUNT(b.unit) AS put, COALESCE(SUM(b.locked), 0) AS locked
      FROM registration r LEFT JOIN allocation b ON b.registration = r.id
      WHERE r.activity = :activity AND r.state = 'registered') c
JOIN (SELECT COUNT(*) AS units, COALESCE(SUM(u.places), 0) AS places
      FROM ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) u) q
WHERE l.activity = :activity

-- maybe: prefill
SELECT l.objective FROM allocation_plan l WHERE l.activity = :activity

-- step: lock_plan
{{plan_lock}}

-- step: at_work
SELECT x.id FROM proposal x JOIN job j ON j.thing = 'proposal' AND j.thing_id = x.id
WHERE x.activity = :activity AND x.state = 'asked' AND j.state IN ('waiting', 'running') LIMIT 1

-- step: enough
SELECT EXISTS (SELECT 1 FROM registration r WHERE r.activity = :activity AND r.state = 'registered') AS students,
  EXISTS (SELECT 1 FROM ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) q) AS units

-- step: insert
INSERT INTO proposal (institution, activity, number, person, objective, avoid_earlier, created_at)
SELECT l.institution, l.activity, (SELECT COALESCE(MAX(x.number), 0) + 1 FROM proposal x WHERE x.activity = :activity), :viewer,
  :objective, l.avoid_earlier, UTC_TIMESTAMP()
FROM allocation_plan l WHERE l.activity = :activity
