-- Facts of the placement that an action is about. Who is assessed queues on their registration (assessment_lock).
SELECT x.registration, a.cancelled_at IS NOT NULL AS cancelled, x.starts > CAST(:today AS DATE) AS coming, x.ended_on IS NOT NULL AS broken_off,
       x.ends < CAST(:today AS DATE) AS past, LEAST(COALESCE(x.ended_on, x.ends), CAST(:today AS DATE)) AS assessed_on,
       {{doubt_due}} AS doubt_due, {{doubt_due}} < CAST(:today AS DATE) AS doubt_late
FROM placement x
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
WHERE x.id = :placement
