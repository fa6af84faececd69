-- How wishes are asked for in :activity, and how far they have come.
SELECT n.wishes_from, n.wishes_to, n.wishes_most, n.reminder_days, n.wishes_to - INTERVAL n.reminder_days DAY AS reminder_on,
       n.objective, n.avoid_earlier, n.limit_km, n.limit_car_km, {{wishes_stage}} AS stage,
       DATEDIFF(n.wishes_to, :today) AS days_left, t.registered, t.handed_in, t.registered - t.handed_in AS missing,
       {{wishes_reminded_today}} AS reminded_today,
       (SELECT MAX(e.at) FROM event e WHERE e.thing = 'plan' AND e.thing_id = n.activity AND e.kind = 'wishes.reminded') AS reminded_at
FROM allocation_plan n
JOIN (SELECT COUNT(*) AS registered, COUNT(r.wishes_at) AS handed_in
      FROM registration r WHERE r.activity = :activity AND r.state = 'registered') t
WHERE n.activity = :activity
